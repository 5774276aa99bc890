"""`dossier comment`: what a review found, put on its pull request."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@click.argument("event", type=FILE)
def comment(event: Path) -> None:
    """Put the review that the run in EVENT left behind on the pull request of that run.

    The artifact of `dossier review` comes from a run without rights, and is checked: its size, its
    fields, that the comment does nothing but speak, and that the newest commit of the pull request
    is the one the run was for. The code of the change is never run. Reads and writes through `gh`.
    Exit status: 0, 1 when the artifact is not what a review makes or GitHub refuses, 2 on wrong
    use.
    """
    from dossier.forge.event import NotAnEvent
    from dossier.forge.github.artifact import BadArtifact
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.github.post import post, read_run

    try:
        for line in post(read_run(event)):
            click.echo(line)
    except NotAnEvent as mistake:
        raise click.UsageError(f"{mistake}.") from None
    except (BadArtifact, GitHubSaid) as mistake:
        raise click.ClickException(f"{mistake}; nothing more is written") from None
