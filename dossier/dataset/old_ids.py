"""Old ids: where a reference to a record that moved or was merged leads now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dossier.dates.said import Day
from dossier.messages import Advice, Message, _
from dossier.messages.phrases import listed
from dossier.model import Record
from dossier.model.annotations import ClaimRef, Mark, Ref
from dossier.model.texts import Text
from dossier.model.tombstone import Tombstone
from dossier.model.walk import marked
from dossier.parsing.nodes import Path

# Tombstones by the type and the old id of their records.
Stones = Mapping[tuple[str, str], Tombstone]
ONWARD = ("moved", "merged")


@dataclass(frozen=True, slots=True)
class Redirect:
    """A reference in data that still names an old id, and the value that it stands for now."""

    record: Record
    path: Path
    type: str
    old: str
    new: str


def ends(kind: str, id_: str, stones: Stones) -> list[str]:
    """Where the tombstones of an id lead at last; nowhere for a circle or a retracted record."""
    heirs: dict[str, None] = {}
    open_, seen = [id_], set()
    while open_:
        current = open_.pop()
        stone = stones.get((kind, current))
        if stone is None:
            heirs[current] = None
        elif current not in seen:
            seen.add(current)
            open_.extend(reversed(stone.to))
    return list(heirs)


def heir(kind: str, id_: str, stones: Stones, known: Mapping[str, Any] | None = None) -> str | None:
    """The one record that an old id means now; None where there are none or several.

    With the records that are `known`, an id that is still borne means its own record, and one
    that nobody bears means none.
    """
    stone = stones.get((kind, id_))
    if stone is None or stone.fate not in ONWARD or (known is not None and id_ in known):
        return None
    last = ends(kind, id_, stones)
    is_one = len(last) == 1 and (known is None or last[0] in known)
    return last[0] if is_one else None


FATES = {
    "moved": _("it was moved: write {words}"),
    "merged": _("it was merged: write {words}"),
    "split": _("it was split: write {words}, whichever is meant"),
}


def gone(stone: Tombstone, stones: Stones) -> Advice:
    """What became of a record that somebody still names, and what to write instead."""
    last = ends(stone.type, stone.id, stones)
    if last:
        what = FATES["split" if len(last) > 1 else stone.fate]
        either = listed(last, either=True)
        return _("there is no `{id}` any more", id=stone.id), what.given(words=either)
    return retraction(stone), _("name another record, or take the reference out")


def retraction(stone: Tombstone) -> Message:
    """That a record was retracted, when and why."""
    message = _("`{id}` was retracted {when}: {reason}")
    return message.given(id=stone.id, when=Day(stone.date), reason=Sentence(stone.reason))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the data without its full stop, to stand within a message."""

    text: Text

    def in_language(self, language: str) -> str:
        """The text in a language."""
        return self.text.in_language(language).removesuffix(".")


def referred(mark: Mark) -> str | None:
    """The type of the record that a value with this mark names by its id, before any `#`."""
    if isinstance(mark, Ref):
        return mark.to
    return "element" if isinstance(mark, ClaimRef) else None


def followed(
    record: Record, stones: Stones, records: Mapping[str, Mapping[str, Any]]
) -> tuple[Record, list[Redirect]]:
    """The record with references to old ids leading to the new ones, and where they stood."""
    redirects = []
    for path, value, mark in marked(record):
        if kind := referred(mark):
            id_, sign, part = str(value).partition("#")
            if new := heir(kind, id_, stones, records[kind]):
                redirects.append(Redirect(record, path, kind, id_, new))
                record = _put(record, path, new + sign + part)
    return record, redirects


def _put(value: Any, path: Path, new: str) -> Any:
    """A frozen value with another text at one place."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, BaseModel):
        below = _put(getattr(value, str(step)), rest, new)
        return value.model_copy(update={str(step): below})
    if isinstance(value, dict):
        return {**value, step: _put(value[step], rest, new)}
    number = int(step)
    return (*value[:number], _put(value[number], rest, new), *value[number + 1 :])
