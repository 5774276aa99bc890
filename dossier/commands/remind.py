"""`dossier remind`: one standing issue with what is to be looked at again."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("reports", nargs=-1, required=True,
                type=click.Path(path_type=Path, dir_okay=False, exists=True))  # fmt: skip
@click.option("--repository", metavar="OWNER/NAME", envvar="GITHUB_REPOSITORY", required=True,
              help="The repository on GitHub.")  # fmt: skip
def remind(reports: tuple[Path, ...], repository: str) -> None:
    """Open or renew one issue with the REPORTS, Markdown of `dossier due` and `dossier links`.

    The issue is closed when none of them holds a task. Writes through `gh`.
    """
    from dossier.forge.github import remind as standing
    from dossier.forge.github.gh import GitHubSaid

    try:
        for line in standing.remind(repository, [path.read_text("utf-8") for path in reports]):
            click.echo(line)
    except GitHubSaid as refused:
        raise click.ClickException(str(refused)) from None
