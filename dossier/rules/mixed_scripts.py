"""A word is written in one alphabet: no Latin letter in a Cyrillic word, and none the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Record, Text
from dossier.model.annotations import Edtf, Prose, Url, Verbatim
from dossier.nodes import Path
from dossier.rules import Breach

WHY = (
    "The Latin c and the Cyrillic с look alike and are different letters: the search does not "
    "find the word, and two ids that look the same are two."
)
BAD = "title: {ru: Cовместное учение}  # the first letter is Latin\n"
GOOD = "title: {ru: Совместное учение}\n"

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_CYRILLIC = "Ѐ-ԯ"
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_WORD = re.compile(r"[^\W_]+")  # a hyphen parts «PDF-файл» into two words
# «PDFы», «NOWости»: capitals that can be told from Cyrillic, then an ending, hide nothing.
_CAPITALS_FIRST = re.compile("([A-Z]{2,})[а-яё]+")
_ALIKE = dict(zip("ABCEHIJKMOPSTXYaceijopsxyË", "АВСЕНІЈКМОРЅТХУасеіјорѕхуЁ", strict=True))
_ALIKE_BACK = {cyrillic: latin for latin, cyrillic in _ALIKE.items()}


@dataclass(frozen=True, slots=True)
class Mixture:
    """A word of two alphabets: the letters that do not belong, and the word without them."""

    word: str
    described: str
    mended: str | None


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each word of two alphabets outside of titles and addresses."""
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Prose):
            if isinstance(value, Text):
                # Most Russian texts hold no Latin letter, most English ones no other.
                if _HAS_LATIN.search(value.ru):
                    yield from _breaches(record, (*path, "ru"), value.ru)
                if value.en and not value.en.isascii():
                    yield from _breaches(record, (*path, "en"), value.en)
        elif isinstance(value, str) and not (
            value.isascii() or isinstance(mark, Verbatim | Url | Edtf)
        ):
            yield from _breaches(record, path, value)


def mixture(text: str) -> Mixture | None:
    """The first word of two alphabets in a text."""
    for match in _WORD.finditer(text):
        word = match[0]
        latin, cyrillic = _HAS_LATIN.findall(word), _HAS_CYRILLIC.findall(word)
        if latin and cyrillic and not _is_plain_to_see(word):
            return _described(word, "Latin" if len(latin) <= len(cyrillic) else "Cyrillic")
    return None


def _is_plain_to_see(word: str) -> bool:
    match = _CAPITALS_FIRST.fullmatch(word)
    return match is not None and any(char not in _ALIKE for char in match[1])


def _breaches(record: Record, path: Path, text: str) -> Iterator[Breach]:
    found = mixture(text)
    if found is None:
        return
    remedy = (
        f"type the word again in one alphabet: `{found.mended}`"
        if found.mended
        else "write the word in one alphabet, or part its halves with a hyphen"
    )
    yield Breach(record, path, f"`{found.word}` mixes two alphabets: {found.described}", remedy)


def _described(word: str, intruder: str) -> Mixture:
    pattern, alike = (_HAS_LATIN, _ALIKE) if intruder == "Latin" else (_HAS_CYRILLIC, _ALIKE_BACK)
    places = [(number, char) for number, char in enumerate(word, 1) if pattern.match(char)]
    described = ", ".join(f"letter {number} is the {intruder} “{char}”" for number, char in places)
    mended = "".join(alike.get(char, "") if pattern.match(char) else char for char in word)
    return Mixture(word, described, mended if len(mended) == len(word) else None)
