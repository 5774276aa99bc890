"""`dossier due`: what is to be looked at again."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from dossier.commands._options import DATA, day


@click.command()
@DATA
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    required=True,
    help="The day to compare with, which the clock never gives.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Lines for a terminal, or a list of tasks for an issue.",
)
def due(data: Path, today: datetime.date, form: str) -> None:
    """List the records whose interval between checks has passed, the longest overdue first.

    The interval is `review_days` of the record's themes in vocabulary/themes.yml; without a
    theme it is that of the elements that the record names, or 180 days.
    """
    from dossier.dataset import load
    from dossier.diff import escape
    from dossier.due import due_records
    from dossier.report import printable

    found = due_records(load(data), today)
    many = f"{len(found)} record{' is' if len(found) == 1 else 's are'} due on {today}"
    if form == "markdown":
        click.echo(f"**{many}.**\n" if found else f"No record is due on {today}.")
        for entry in found:
            theme = f" ({escape.code(entry.theme)})" if entry.theme else ""
            click.echo(
                f"- [ ] {escape.code(entry.record.document.path)} "
                f"{escape.plain(entry.title('en'), 110)} — checked {entry.checked}, "
                f"every {entry.days} days{theme}, due since {entry.since}"
            )
        return
    for entry in found:
        late = (today - entry.since).days
        click.echo(
            f"{entry.since}  {printable(entry.record.document.path)}  checked {entry.checked}, "
            f"every {entry.days} days{f' ({printable(entry.theme)})' if entry.theme else ''}, "
            f"{late} day{'' if late == 1 else 's'} over"
        )
    click.echo(many if found else f"no record is due on {today}")
