"""A title and a claim judge nothing: a judging word stands there only as somebody’s word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._phrases import Phrase, phrases
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.messages import _
from dossier.model import Element, Text
from dossier.parsing.nodes import Path

SEVERITY = "warning"
WHY = _(
    "The chronology holds what happened; what it was worth is said by those who are named among "
    "the opinions. One adjective in a claim makes the editors a party."
)
BAD = "text:\n  ru: Стороны провели беспрецедентное учение.\n"
GOOD = "text:\n  ru: Стороны провели учение; министр назвал его беспрецедентным.\n"

AXIS = "judgement_words"
ATTRIBUTION = "attribution"  # the group of the words that make a judgement somebody’s


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each judging word that no word of the same sentence attributes."""
    words = {language: list(phrases(dataset, AXIS, language)) for language in LANGUAGES}
    for element in dataset.of(Element).values():
        texts: list[tuple[Path, Text]] = [(("title",), element.title)]
        texts += [
            (("claims", index, "text"), claim.text) for index, claim in enumerate(element.claims)
        ]
        for path, text in texts:
            for language in LANGUAGES:
                for phrase, word in _judging(getattr(text, language) or "", words[language]):
                    message = _("`{word}` judges, and nobody is named who does", word=word)
                    remedy = _("{advice}; or say whose word it is", advice=phrase.advice)
                    yield Problem(element, (*path, language), message, remedy)


def _judging(text: str, words: list[Phrase]) -> Iterator[tuple[Phrase, str]]:
    attributing = [phrase for phrase in words if phrase.group == ATTRIBUTION]
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if any(phrase.found_in(sentence) for phrase in attributing):
            continue
        for phrase in words:
            if phrase.group != ATTRIBUTION and (word := phrase.found_in(sentence)):
                yield phrase, word
