"""`dossier diff`: what a change means, in words."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands._options import DATA, LANGUAGE


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@DATA
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="Markdown for people, JSON with stable keys for programs.",
)
@LANGUAGE
@click.option(
    "--preview",
    default="",
    metavar="URL",
    help="Where the built site of HEAD can be seen; records and pages then link into it.",
)
def diff(
    base: str | None, head: str | None, data: Path, form: str, language: str, preview: str
) -> None:
    """Tell what changed in meaning between BASE and HEAD (default: the working tree).

    Without BASE, since the branch left `main`; on `main` itself, since the last commit. Each is a
    git revision, or a folder that holds records; a folder comes first where both are
    meant (`refs/heads/NAME` names the branch). Files that cannot be read are named, and the rest
    is compared. Exit status: 0, or 2 when there is nothing to compare.
    """
    from dossier.dataset.snapshots import SnapshotError, beginning, opened
    from dossier.diff.as_json import as_json
    from dossier.diff.compare import compare
    from dossier.diff.markdown import as_markdown
    from dossier.diff.wording import Wording

    if preview and not preview.startswith(("https://", "http://", "/", "./")):
        raise click.BadParameter("it must begin with https:// or http://", param_hint="--preview")
    try:
        with opened(base or beginning(data), data) as old, opened(head, data) as new:
            difference = compare(old, new)
            if form == "json":
                text = as_json(difference)
            else:
                say = Wording(language, old.dataset, new.dataset, preview)
                text = as_markdown(difference, say)
    except SnapshotError as missing:
        raise click.UsageError(f"{missing}.") from None
    click.echo(text, nl=False)
