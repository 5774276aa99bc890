"""Abbreviations: which a text uses, which are known, and how the first use is explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dossier.dataset import Dataset
from dossier.model.annotations import Verbatim

# Two capitals or more in a row, with `&`, `/` or a hyphen between them; no capitalised stem of a
# longer word («ОДКБшный»), no roman numeral. The possessive `++` and the bound keep the time
# linear, whatever a text holds; a capital comes first, so that the search leaps to capitals.
ABBREVIATION = re.compile(
    r"[A-ZА-ЯЁ](?<![\w&#/-].)(?:[A-ZА-ЯЁ]++|[&/-][A-ZА-ЯЁ]++)(?:[&/-][A-ZА-ЯЁ]++)*"
    r"(?![\w-]{0,80}[a-zа-яёşğıçöü])(?!\w)"
)
ROMAN = re.compile(r"[IVXLC]+")


@lru_cache(maxsize=65536)  # the preview asks of all texts again after each save
def used_in(text: str) -> tuple[tuple[int, str], ...]:
    """Every abbreviation of a text with its position, roman numerals aside."""
    matches = ABBREVIATION.finditer(text)
    return tuple((match.start(), match[0]) for match in matches if not ROMAN.fullmatch(match[0]))


def known(dataset: Dataset) -> frozenset[str]:
    """What counts as known: the vocabulary, names of parties, and words of cited titles."""
    words = set()
    for term in dataset.terms("abbreviations").values():
        words |= {term.label.ru, term.label.en or ""}
    for term in dataset.terms("actors").values():
        words |= {word for _, word in used_in(f"{term.label.ru} {term.label.en or ''}")}
    for _, _, value, _mark in dataset.marked(Verbatim):
        words |= {word for _, word in used_in(value)}
    return frozenset(words)


def expansions(dataset: Dataset, language: str) -> dict[str, str]:
    """Abbreviations of one language that are explained, with what they stand for."""
    meanings = {}
    for term in dataset.terms("abbreviations").values():
        if term.definition is not None:
            meanings[term.label.in_language(language)] = term.definition.in_language(language)
    return meanings


class Explainer:
    """Puts `<abbr>` around the first use of each abbreviation in the text of a page."""

    def __init__(self, explained: Mapping[str, str]) -> None:
        self._left = dict(explained)

    def mark(self, text: str) -> str:
        """The text with first uses marked; `text` is HTML without tags."""
        pieces, end = [], 0
        for start, word in used_in(text):
            meaning = self._left.pop(word, None)
            if meaning is not None:
                pieces += [text[end:start], f'<abbr title="{meaning}">{word}</abbr>']
                end = start + len(word)
        return "".join([*pieces, text[end:]]) if pieces else text
