"""The parts of a difference: what `compare.py` finds and the writers show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.diff.passages import Passage
from dossier.diff.tree import Edit, Value
from dossier.grading.grade import Grade
from dossier.messages import Message
from dossier.rendering import addresses
from dossier.rendering.views.nearby import Sentence

Fate = Literal["added", "changed", "removed", "renamed", "merged", "split", "retracted"]
# How a page is touched: its own record came, changed or went; it shows one; it lists one.
How = Literal["new", "changed", "gone", "leans", "lists"]
Caution = Literal["none", "one_origin", "new_one_origin", "lower"]

# What a change is towards readers. The first six are terms of `vocabulary/change_kinds.yml`, by
# an entry in the record's history; the others follow from what was changed.
Nature = str
NEW_FACT, CHECKED, TRANSLATED, UNEXPLAINED = "new_fact", "checked", "translation", "unexplained"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What became of one record.

    `id` is its id now, or its last one; `to` are the records that a tombstone leads to; `edits`
    say what differs; `history` are the change notes that were added.
    """

    type: str
    id: str
    fate: Fate
    title: Value
    old_id: str | None = None
    to: tuple[str, ...] = ()
    reason: Value = None
    has_tombstone: bool = True
    edits: tuple[Edit, ...] = ()
    history: tuple[dict[str, Value], ...] = ()
    natures: tuple[Nature, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether addresses that lead to the record will break."""
        return self.fate == "removed" and not self.has_tombstone and self.type in addresses.PAGES

    @property
    def is_unexplained(self) -> bool:
        """Whether an event says something else, and no note tells readers why."""
        return UNEXPLAINED in self.natures and self.type == "element"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a grade moved: a citation that came or went, or a source that changed."""

    what: Literal["citation_added", "citation_removed", "citation_changed", "source", "rank"]
    source: str = ""
    field: str = ""
    old: Value = None
    new: Value = None


@dataclass(frozen=True, slots=True)
class GradeMove:
    """A claim whose grade is another than before; without `before` the claim is new."""

    element: str
    claim: str
    text: Value
    before: Grade | None
    after: Grade
    causes: tuple[Cause, ...] = ()

    @property
    def is_lower(self) -> bool:
        """Whether the claim stands on weaker ground than before."""
        if self.before is None:
            return False
        strength = _strength(self.after) < _strength(self.before)
        return strength or self.left_with_one_origin

    @property
    def left_with_one_origin(self) -> bool:
        """Whether there were several origins, or a document, and now there is one origin."""
        return (
            self.before is not None
            and len(self.before.origins) > 1
            and len(self.after.origins) == 1
            and self.after.corroboration != "documentary"
        )

    @property
    def warning(self) -> Caution | None:
        """What a reviewer should look at first, if anything."""
        if self.after.corroboration == "none":
            return "none"
        if self.left_with_one_origin:
            return "one_origin"
        if self.before is None:
            return "new_one_origin" if self.after.corroboration == "single_origin" else None
        return "lower" if self.is_lower else None


def _strength(grade: Grade) -> tuple[int, int]:
    confidence = ("not_assessed", "low", "moderate", "high")
    support = ("none", "single_origin", "multiple_dependent", "independent", "documentary")
    return confidence.index(grade.confidence), support.index(grade.corroboration)


# The grades of claims that are new, by element and claim.
NewClaims = Mapping[tuple[str, str], GradeMove]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no record, so that nothing can be said about it."""

    side: Literal["base", "head"]
    path: str
    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Affected:
    """A page that shows something else than before, by its address within a language."""

    address: str
    how: How


class Near(NamedTuple):
    """A changed record, and the sentences near it that the change did not touch."""

    type: str
    id: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two states of the data."""

    base: str
    head: str
    records: tuple[RecordChange, ...] = ()
    grades: tuple[GradeMove, ...] = ()
    pages: tuple[Affected, ...] = ()
    unread: tuple[Unread, ...] = ()
    layout_only: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    nearby: tuple[Near, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found to tell."""
        return not (self.records or self.grades or self.unread or self.passages)
