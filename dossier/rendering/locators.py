"""Places in sources: `paragraph 1-3; title` becomes «абз. 1–3; заголовок»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.language.typography import NBSP
from dossier.model.vocabulary import VocabularyTerm

PART = re.compile(r"(?P<term>[a-z][a-z_-]*)(?: (?P<value>[0-9][0-9A-Za-zА-Яа-я().,-]*))?")


class LocatorError(ValueError):
    """A locator that is not made of terms and numbers."""


def split_locator(text: str) -> list[tuple[str, str | None]]:
    """The terms of a locator with their numbers (CSL locator terms), in order.

    Raises `LocatorError` naming the part that cannot be read.
    """
    parts = []
    for part in text.split(";"):
        match = PART.fullmatch(part.strip())
        if match is None:
            raise LocatorError(part.strip())
        parts.append((match["term"], match["value"]))
    return parts


def describe_locator(text: str, terms: Mapping[str, VocabularyTerm], language: str) -> str:
    """The locator in words of a language; ranges get an en dash."""
    words = []
    for term, value in split_locator(text):
        label = terms[term].label.in_language(language)
        number = value.replace("-", "–") if value else ""
        words.append(f"{label}{NBSP}{number}" if value else label)
    return "; ".join(words)
