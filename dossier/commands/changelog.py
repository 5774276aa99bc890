"""`dossier changelog`: what is new, corrected and updated, edition by edition or between two."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.commands._options import DATA, LANGUAGE

if TYPE_CHECKING:
    from dossier.diff.changelog.lines import Line
    from dossier.diff.wording import Wording

EDITION = re.compile(r"(?:edition-)?(\d{4}-\d{2}-\d{2})")
# A heading, a note below it, and what changed.
Sections = list[tuple[str, str, "list[Line]"]]


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
    help="Markdown for people, such as release notes; JSON with stable keys for programs.",
)
@LANGUAGE
def changelog(base: str | None, head: str | None, data: Path, form: str, language: str) -> None:
    """Tell what is new, corrected and updated between BASE and HEAD (default: the working tree).

    Each is a git revision such as the tag edition-2026-11-22, or a folder. Without BASE, and
    where there is no such tag, the records themselves tell, by `added`, `history` and
    tombstones.yml: then neither tags nor git are needed. Exit status: 0, or 2 when there is
    nothing to compare.
    """
    from dossier.dataset.snapshots import NoSnapshot
    from dossier.diff.changelog.markdown import section

    with ExitStack() as stack:
        try:
            sections, say = _sections(base, head, data, language, stack)
        except NoSnapshot as missing:
            raise click.UsageError(f"{missing}.") from None
        if form == "json":
            trees = [{"section": title, "changes": [_tree(line) for line in lines]}
                     for title, _, lines in sections]  # fmt: skip
            text = json.dumps(trees, ensure_ascii=False, indent=2)
            click.echo(text.encode(errors="replace").decode())
            return
        lines = [line for parts in sections for line in section(*parts, say)]
        click.echo("\n".join(lines).strip() or say.words("log.nothing"))


def _sections(
    base: str | None, head: str | None, data: Path, language: str, stack: ExitStack
) -> tuple[Sections, Wording]:
    from dossier.dataset import load
    from dossier.dataset.snapshots import NoSnapshot, opened
    from dossier.diff.changelog.lines import compared
    from dossier.diff.compare import compare
    from dossier.diff.wording import Wording

    if base is None:
        dataset = load(data)
        say = Wording(language, dataset, dataset)
        return list(_told(say)), say
    try:
        old = stack.enter_context(opened(base, data))
    except NoSnapshot as missing:
        day = EDITION.fullmatch(base)
        if day is None or head is not None:
            raise
        click.echo(f"{missing}: told by the records themselves", err=True)
        dataset = load(data)
        say = Wording(language, dataset, dataset)
        return [_since(day[1], say)], say
    new = stack.enter_context(opened(head, data))
    say = Wording(language, old.dataset, new.dataset)
    title = f"{old.name} → {new.name if head else say.words('log.now')}"
    return [(title, "", compared(compare(old, new)))], say


def _told(say: Wording) -> Iterator[tuple[str, str, list[Line]]]:
    """Every edition as the site shows it."""
    from dossier.diff.changelog.lines import told
    from dossier.rendering.views.changelog import periods

    for period in periods(say.head):
        lines = told(entry for group in period.groups.values() for entry in group)
        if period.edition is None:
            yield say.words("log.since"), "", lines
        else:
            note = period.edition.note.in_language(say.language)
            held = [say.words.count(f"{kind}s", number) for kind, number in period.held.items()]
            if held:
                note += f" {say.words('log.held')} {', '.join(held)}."
            yield say.words("log.edition", date=period.edition.date), note, lines


def _since(day: str, say: Wording) -> tuple[str, str, list[Line]]:
    """What the records tell of the time after a day."""
    from dossier.diff.changelog.lines import told
    from dossier.rendering.views.changelog import entries, grouped

    try:
        after = datetime.date.fromisoformat(day)
    except ValueError:
        raise click.UsageError(f"{day!r} is no day of the calendar.") from None
    groups = grouped(entry for entry in entries(say.head) if entry.last_day > after)
    return f"{day} →", "", told(entry for group in groups.values() for entry in group)


def _tree(line: Line) -> dict[str, Any]:
    tree = asdict(replace(line, difference=None))
    del tree["difference"]
    change = line.difference
    edits = change.edits if change else ()
    return tree | {
        "edits": [{"path": list(e.path), "old": e.old, "new": e.new} for e in edits],
    }
