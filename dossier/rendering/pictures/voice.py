"""What a picture needs to speak one language: plain strings, since SVG holds no markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_date

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.language.typography import plural, polish
from dossier.language.words import texts
from dossier.model import Record, Text
from dossier.rendering import addresses

if TYPE_CHECKING:
    from dossier.rendering.renderer import Renderer

# A dash and its number keep to one line.
NUMBER = re.compile(r"— (?=\d)")

PACKAGE = "dossier.rendering.pictures"


@dataclass(frozen=True)
class Voice:
    """Says words of the pictures, terms, texts and dates of a renderer's language."""

    renderer: Renderer

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.renderer.dataset

    def __call__(self, key: str, **values: object) -> str:
        """The words of a picture under `key`, with `{name}` places filled in."""
        pattern = texts(PACKAGE, self.renderer.language)[key]
        text = polish(pattern.format(**values) if values else pattern, self.renderer.language)
        return NUMBER.sub("—\N{NO-BREAK SPACE}", text)

    def count(self, key: str, amount: int) -> str:
        """A number with its noun."""
        forms = tuple(texts(PACKAGE, self.renderer.language)[f"count.{key}"].split("|"))
        noun = plural(amount, self.renderer.language, forms)
        return f"{self.renderer.number(amount)}\N{NO-BREAK SPACE}{noun}"

    def some(self, amount: int) -> str:
        """How many have something, as it goes on in a sentence: “in 5”, “in none”."""
        return self("some", number=amount) if amount else self("some.none")

    def text(self, text: Text | None) -> str:
        """A text of the data."""
        if text is None:
            return ""
        return polish(text.in_language(self.renderer.language), self.renderer.language)

    def label(self, axis: str, term: str) -> str:
        """What readers see for a term."""
        return self.text(self.dataset.terms(axis)[term].label)

    def short(self, axis: str, term: str) -> str:
        """The short form of a term, where it has one."""
        word = self.dataset.terms(axis)[term]
        return self.text(word.short or word.label)

    def fill(self, axis: str, term: str) -> str:
        """How a sign for a term is filled."""
        return self.dataset.terms(axis)[term].fill or "outline"

    def when(self, date: str) -> str:
        """A date in words."""
        return self.renderer.when_text(date)

    def short_date(self, date: str) -> str:
        """A date in as few letters as there are for an exact day; others as they are."""
        moment = edtf.parse(date)
        if moment.lo != moment.hi or moment.certainty not in ("exact", "approximate"):
            return self.when(date)
        day = str(format_date(moment.lo, "d MMM y", locale=self.renderer.language))
        return day if moment.certainty == "exact" else self("about", date=day)

    def to(self, record: Record) -> str:
        """The address of a record."""
        return addresses.address_of(record)

    def listed(self, parts: Iterable[str]) -> str:
        """Several phrases as one, with the word for “and” before the last."""
        phrases = list(parts)
        if len(phrases) < 2:
            return "".join(phrases)
        return f"{', '.join(phrases[:-1])} {self('and')} {phrases[-1]}"


def sentence(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
