"""A day within a message, in words of the language that the message is shown in."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dates.edtf import DateError, parse
from dossier.dates.wording import describe


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the data, such as `2026-11-22`: “on 22 November 2026”."""

    date: str

    def in_language(self, language: str) -> str:
        """The date with its preposition; as it is written where it cannot be read."""
        try:
            return describe(parse(self.date), language, "sentence")
        except DateError:
            return self.date
