"""`dossier review`: a pull request as its reviewer needs it."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from dossier.commands._options import DATA, day


@click.command()
@click.argument("base")
@DATA
@click.option(
    "--comment",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file for the review in words, as a comment in Markdown.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["github", "text"]),
    default="github",
    show_default=True,
    help="Findings as GitHub shows them on their lines, or as lines for a person.",
)
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day of the check. Default: the latest day in the data.",
)
def review(
    base: str, data: Path, file: Path | None, form: str, today: datetime.date | None
) -> None:
    """Review the last commit against BASE, the branch that it is to be merged into.

    Prints the findings that the change answers for; among them what no rule sees: a change of
    generated files only, an id that was taken meanwhile, a record removed without a tombstone.
    Exit status: 0 without errors, 1 with errors, 2 when there is nothing to compare.
    """
    from dossier.check import report
    from dossier.dataset.snapshots import SnapshotError
    from dossier.forge.review.comment import as_comment
    from dossier.forge.review.report import review as review_of

    try:
        result = review_of(base, "HEAD", data, today)
    except SnapshotError as missing:
        raise click.UsageError(f"{missing}.") from None
    shown = (
        report.as_github(result.findings)
        if form == "github"
        else report.as_text(result.findings, data.absolute().parent)
    )
    for line in shown:
        click.echo(line)
    click.echo(report.summary(list(result.findings)))
    if file is not None:
        file.write_text(as_comment(result), encoding="utf-8", newline="\n")
    sys.exit(1 if any(finding.is_error for finding in result.findings) else 0)
