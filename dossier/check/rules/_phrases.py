"""Lists of phrases that stand in vocabularies: a label is the phrase, a definition the advice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset

# What is quoted is somebody else’s.
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to be found in texts of one language; `*` at the end of a word stands for any."""

    pattern: re.Pattern[str]
    advice: str
    group: str | None

    def found_in(self, text: str) -> str | None:
        """The words of the text that match outside of quotation marks, or None."""
        match = self.pattern.search(QUOTED.sub(" ", text))
        return match[0] if match else None


def phrases(dataset: Dataset, axis: str, language: str) -> Iterator[Phrase]:
    """The phrases of a vocabulary in one language; none where there is no such vocabulary."""
    for term in dataset.terms(axis).values():
        label = term.label.ru if language == "ru" else term.label.en
        if label is None:
            continue
        words = [re.escape(word).replace(r"\*", r"\w*") for word in label.split()]
        pattern = re.compile(r"\b" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
        advice = term.definition.in_language(language) if term.definition else ""
        yield Phrase(pattern, advice.rstrip("."), term.broader)
