"""Small pieces that every chapter is made of: texts, dates, references, grades, as plain data.

The Typst template gets these pieces as strings and never as markup. A text that
is not in the language of the edition is a mapping of `t` (the text) and `l` (its language).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.dataset import Dataset
from dossier.grading.grade import LEVELS, Grade
from dossier.language.typography import polish
from dossier.language.words import Words
from dossier.model import (
    Assessment,
    Citation,
    Claim,
    Dispute,
    Element,
    Obligation,
    Record,
    Risk,
    Source,
    Text,
)
from dossier.model.history import Change
from dossier.rendering import addresses
from dossier.rendering.pdf.numbers import Numbering, numbering
from dossier.rendering.renderer import Renderer

Json = dict[str, Any]
Wording = str | dict[str, str]


@dataclass(frozen=True)
class Saying:
    """Says pieces of the dataset in one language."""

    renderer: Renderer

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.renderer.dataset

    @property
    def language(self) -> str:
        """The language of the edition."""
        return self.renderer.language

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.renderer.words

    @cached_property
    def numbers(self) -> Numbering:
        """The numbered list of sources."""
        return numbering(self.dataset)

    def text(self, text: Text | None) -> Wording | None:
        """A text in our own words, with the typography of the language it is shown in."""
        if text is None:
            return None
        shown = text.language_shown(self.language)
        printed = polish(text.in_language(shown), shown)
        return printed if shown == self.language else {"t": printed, "l": shown}

    def clause(self, text: Text | None) -> Wording | None:
        """A text after which the sentence goes on: without the full stop at its end."""
        printed = self.text(text)
        if isinstance(printed, dict):
            return printed | {"t": printed["t"].rstrip(".")}
        return printed.rstrip(".") if printed else None

    def phrase(self, key: str, **values: object) -> str:
        """Words of the interface, with the same typography."""
        return polish(self.words(key, **values), self.language)

    def original(self, text: str, language: str) -> Wording:
        """Words as their source has them, never improved."""
        return text if language == self.language else {"t": text, "l": language}

    def label(self, axis: str, term: str) -> Wording | None:
        """What readers see for a term."""
        return self.text(self.renderer.term(axis, term).label)

    def labels(self, axis: str, terms: Iterable[str]) -> list[Wording | None]:
        """What readers see for several terms."""
        return [self.label(axis, term) for term in terms]

    def definitions(self, axis: str) -> list[Json]:
        """The terms of an axis with what they mean."""
        return [
            {"id": key, "label": self.text(term.label), "definition": self.text(term.definition)}
            for key, term in self.dataset.terms(axis).items()
        ]

    def when(self, date: str | None) -> str | None:
        """A date in words."""
        return self.renderer.when_text(date) if date else None

    def cites(self, cites: Iterable[Citation]) -> Json:
        """The numbers of the sources by a statement."""
        return dict(self.numbers.cited(cites))

    def grade(self, grade: Grade) -> Json:
        """A grade in words: how sure, how corroborated, why."""
        return {
            "level": LEVELS.index(grade.confidence),
            "confidence": self.label("confidence", grade.confidence),
            "corroboration": self.label("corroboration", grade.corroboration),
            "reasons": [self.phrase(f"reason.{reason}") for reason in grade.reasons],
        }

    def claim_grade(self, claim: Claim) -> Json:
        """The grade of a claim in words."""
        return self.grade(self.renderer.grade(claim))

    def history(self, changes: Iterable[Change]) -> list[Json]:
        """What was changed, when and why."""
        return [
            {
                "when": self.when(change.date),
                "kind": self.label("change_kinds", change.kind),
                "note": self.text(change.note),
                "old": self.text(change.old),
                "new": self.text(change.new),
                "source": self.numbers.numbers.get(change.source) if change.source else None,
            }
            for change in changes
        ]

    def ref(self, record: Record) -> Json:
        """A reference to a record: its key, its name, its date, its page on the site."""
        return {
            "key": key(record),
            "title": self.name(record),
            "when": self.when(getattr(record, "date", None)),
            "url": addresses.address_of(record),
        }

    def refs(self, records: Iterable[Record]) -> list[Json]:
        """References to several records."""
        return [self.ref(record) for record in records]

    def name(self, record: Record) -> Wording | None:
        """What a record is called."""
        if isinstance(record, Obligation):
            return self._provision(record)
        if isinstance(record, Assessment):
            return self.text(record.by) or self.phrase("by_unnamed")
        if isinstance(record, Source):
            return self.original(record.title, record.language)
        title: Text = record.title  # type: ignore[attr-defined]
        return self.text(title)

    def _provision(self, record: Obligation) -> Wording:
        parts = [self.text(record.instrument), self.text(record.article)]
        texts = [part["t"] if isinstance(part, dict) else part for part in parts if part]
        name = ", ".join(texts)
        foreign = next((part for part in parts if isinstance(part, dict)), None)
        return {"t": name, "l": foreign["l"]} if foreign else name

    def sides(self, holder: Any) -> list[Json]:
        """The records that a part of a record names: elements, provisions and the rest."""
        records: list[Record] = []
        for field, model in (
            ("elements", Element),
            ("obligations", Obligation),
            ("assessments", Assessment),
            ("disputes", Dispute),
            ("risks", Risk),
        ):
            known = self.dataset.records[model.TYPE]
            records += [known[name] for name in getattr(holder, field, ()) if name in known]
        return self.refs(records)


def key(record: Record) -> str:
    """The name of a record's place in the book; ids of different types may be alike."""
    return f"{record.TYPE}-{record.id}"
