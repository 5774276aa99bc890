"""One thing that changed, from the records' own account or from a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier.diff.fates import title_of
from dossier.diff.model import CHECKED, NEW_FACT, TRANSLATED, UNEXPLAINED, Difference, RecordChange
from dossier.diff.tree import Value
from dossier.rendering.views.changelog import GONE, NEW, ORDER, Entry

MINOR = "minor"
KINDS = (*ORDER, UNEXPLAINED, MINOR, CHECKED)
_UNSAID = (NEW_FACT, TRANSLATED, UNEXPLAINED, CHECKED)  # what is told without a note, if at all


@dataclass(frozen=True, slots=True)
class Line:
    """What changed, of which record, and what readers are told of it.

    Texts are `{ru, en}`. `fate` and `to` tell what became of an id that is gone; `difference`
    holds the edits of a change that nobody explained.
    """

    kind: str
    type: str
    id: str
    title: Value
    day: str | None = None
    note: Value = None
    old: Value = None
    new: Value = None
    source: str | None = None
    fate: str | None = None
    to: tuple[str, ...] = ()
    difference: RecordChange | None = None


def told(entries: Iterable[Entry]) -> list[Line]:
    """What the records themselves tell."""
    return [_of_entry(entry) for entry in entries]


def compared(found: Difference) -> list[Line]:
    """What differs between two states of the data, the notes that came in between with it."""
    lines = [line for change in found.records for line in _of_change(change)]
    return sorted(lines, key=lambda line: (_rank(line.kind), line.type, line.id))


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _of_entry(entry: Entry) -> Line:
    title = title_of(entry.record) if entry.record is not None else None
    if entry.change is not None:
        note = entry.change.model_dump(mode="json", exclude_none=True)
        return _of_note(note, entry.type, entry.id, title)
    if entry.stone is not None:
        stone = entry.stone
        reason = stone.reason.model_dump(exclude_none=True)
        return Line(GONE, entry.type, entry.id, title, entry.day, reason, fate=stone.fate,
                    to=stone.to)  # fmt: skip
    return Line(NEW, entry.type, entry.id, title, entry.day)


def _of_note(note: dict[str, Any], type_: str, id_: str, title: Value) -> Line:
    return Line(
        note["kind"], type_, id_, title, note["date"], note["note"],
        note.get("old"), note.get("new"), note.get("source"),
    )  # fmt: skip


def _of_change(change: RecordChange) -> Iterator[Line]:
    if change.fate == "added":
        yield Line(NEW, change.type, change.id, change.title)
        return
    if change.fate == "renamed":
        yield Line(GONE, change.type, change.old_id or change.id, change.title, None,
                   change.reason, fate="moved", to=(change.id,))  # fmt: skip
    elif change.fate != "changed":
        yield Line(GONE, change.type, change.id, change.title, None, change.reason,
                   fate=change.fate, to=change.to)  # fmt: skip
        return
    for note in change.history:
        yield _of_note(note, change.type, change.id, change.title)
    if not change.history and change.edits:
        kind = next((nature for nature in _UNSAID if nature in change.natures), MINOR)
        if kind == UNEXPLAINED and change.type == "vocabulary":
            kind = MINOR
        kind = "added" if kind == NEW_FACT else kind
        yield Line(kind, change.type, change.id, change.title, difference=change)
