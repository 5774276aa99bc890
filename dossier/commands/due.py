"""`dossier due`: what is to be looked at again, and why."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.commands._options import DATA, day

if TYPE_CHECKING:
    from dossier.grading.freshness import Due
    from dossier.rendering.views.nearby import Nearby, Sentence

MOST = 3  # sentences of a record


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
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Lines for a terminal, objects for programs, or a list of tasks for an issue.",
)
def due(data: Path, today: datetime.date, form: str) -> None:
    """List what is to be looked at again, the longest overdue first, each with its reason.

    A record is due when the interval of its themes has passed since it was last checked
    (`review_days` in vocabulary/themes.yml; without a theme that of the elements that the record
    names, or 180 days), and a planned event when its day has passed. So is an exception of the
    link check that holds no longer. Below each record stand the sentences of prose and data that
    may no longer hold. Exit status: 0, whether or not anything is due.
    """
    from dossier.dataset import load
    from dossier.grading.freshness import due_records
    from dossier.rendering.views.nearby import Nearby

    dataset = load(data)
    entries = due_records(dataset, today)
    nearby = Nearby(dataset)
    many = f"{len(entries)} record{' is' if len(entries) == 1 else 's are'} due on {today}"
    if form == "json":
        click.echo(
            json.dumps(
                [_as_tree(entry, today, nearby) for entry in entries], ensure_ascii=False, indent=2
            )
        )
    elif form == "markdown":
        click.echo(f"**{many}.**\n" if entries else f"No record is due on {today}.")
        for line in _as_tasks(entries, nearby):
            click.echo(line)
    else:
        for line in _as_lines(entries, today, nearby):
            click.echo(line)
        click.echo(many if entries else f"no record is due on {today}")


def _as_lines(entries: list[Due], today: datetime.date, nearby: Nearby) -> Iterator[str]:
    from dossier.check.report import printable

    for entry in entries:
        late = (today - entry.since).days
        yield (
            f"{entry.since}  {printable(entry.record.document.path)}  "
            f"{printable(_reason(entry, str))}, {late} day{'' if late == 1 else 's'} over"
        )
        for place, text, why in _near(entry, nearby):
            yield f"            {printable(place)}: {printable(text)} ({printable(why)})"


def _as_tasks(entries: list[Due], nearby: Nearby) -> Iterator[str]:
    from dossier.diff import escape
    from dossier.model.naming import title_in

    for entry in entries:
        yield (
            f"- [ ] {escape.code(entry.record.document.path)} "
            f"{escape.plain(title_in(entry.record, 'en'), 110)} — {_reason(entry, escape.code)}, "
            f"due since {entry.since}"
        )
        for place, text, why in _near(entry, nearby):
            yield f"  - {escape.code(place)}: {escape.plain(text, 240)} ({escape.plain(why)})"


def _near(entry: Due, nearby: Nearby) -> Iterator[tuple[str, str, str]]:
    """The sentences that may no longer hold: place, text, and what in them."""
    for sentence in _marked(entry, nearby)[:MOST]:
        language = "en" if "en" in sentence.texts else "ru"
        words = ", ".join(sentence.marked.get(language, ()))
        why = "does it hold?"
        if sentence.answered:
            why = f"the question {sentence.about} has an answer now"
        yield sentence.places[language], sentence.texts[language], f"{why} {words}".strip()


def _marked(entry: Due, nearby: Nearby) -> list[Sentence]:
    sentences = nearby.to(entry.record.TYPE, entry.record.id)
    return [sentence for sentence in sentences if sentence.is_marked]


def _reason(entry: Due, shown: Any) -> str:
    if entry.why == "plan":
        return f"planned for {shown(entry.about)}, a day that has passed; checked {entry.checked}"
    if entry.why == "exception":
        return f"the exception for {shown(entry.about)} holds no longer"
    theme = f" ({shown(entry.theme)})" if entry.theme else ""
    return f"checked {entry.checked}, every {entry.days} days{theme}"


def _as_tree(entry: Due, today: datetime.date, nearby: Nearby) -> dict[str, Any]:
    from dossier.model.naming import title_in

    return {
        "path": entry.record.document.path,
        "type": entry.record.TYPE,
        "id": entry.record.id,
        "title": {language: title_in(entry.record, language) for language in ("ru", "en")},
        "why": entry.why,
        "about": entry.about,
        "checked": str(entry.checked) if entry.checked else None,
        "days": entry.days,
        "since": str(entry.since),
        "days_over": (today - entry.since).days,
        "look_too": [
            {"places": sentence.places, "texts": sentence.texts}
            for sentence in _marked(entry, nearby)
        ],
    }
