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
    "--pull-request",
    "number",
    type=click.IntRange(1),
    default=1,
    metavar="NUMBER",
    help="The number of the pull request.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder for what `dossier comment` takes: the comment and the suggestions.",
)
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day of the check. Default: the latest day in the data.",
)
def review(
    base: str, data: Path, number: int, into: Path | None, today: datetime.date | None
) -> None:
    """Review the checked-out change against BASE, the branch that it is to be merged into.

    Prints the findings that the change answers for, as GitHub shows them on their lines; among
    them what no rule sees: a change of generated files only, an id that was taken meanwhile, a
    record removed without a tombstone. Exit status: 0 without errors, 1 with errors, 2 when there
    is nothing to compare.
    """
    from dossier.check import report
    from dossier.dataset.snapshots import NoSnapshot
    from dossier.forge.review.report import review as made_of
    from dossier.forge.review.report import write_review

    try:
        made = made_of(base, data, today)
    except NoSnapshot as missing:
        raise click.UsageError(f"{missing}.") from None
    for line in report.as_github(made.findings):
        click.echo(line)
    click.echo(report.summary(list(made.findings)))
    if into is not None:
        write_review(made, number, into)
    sys.exit(1 if any(finding.is_error for finding in made.findings) else 0)
