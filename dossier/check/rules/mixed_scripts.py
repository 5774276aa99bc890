"""A word is written in one alphabet: no Latin letter in a Cyrillic word, and none the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.model import Record, Text
from dossier.model.annotations import Edtf, Prose, Url, Verbatim
from dossier.parsing.nodes import Path

WHY = _(
    "The Latin c and the Cyrillic с look alike and are different letters: the search does not "
    "find the word, and two ids that look the same are two."
)
BAD = "title: {ru: Cовместное учение}  # the first letter is Latin\n"
GOOD = "title: {ru: Совместное учение}\n"

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_CYRILLIC = "Ѐ-ԯ"
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_TOUCHING = re.compile(
    f"[{_LATIN}][0-9]*[{_CYRILLIC}]|[{_CYRILLIC}][0-9]*[{_LATIN}]"  # quick to rule out
)
_WORD = re.compile(r"[^\W_]+")  # a hyphen parts «PDF-файл» into two words
# «PDFы», «NOWости»: capitals that can be told from Cyrillic, then an ending, hide nothing.
_CAPITALS_FIRST = re.compile("([A-Z]{2,})[а-яё]+")
_ALIKE = dict(zip("ABCEHIJKMOPSTXYaceijopsxyË", "АВСЕНІЈКМОРЅТХУасеіјорѕхуЁ", strict=True))
_ALIKE_BACK = {cyrillic: latin for latin, cyrillic in _ALIKE.items()}


@dataclass(frozen=True, slots=True)
class Mixture:
    """A word of two alphabets: the letters that do not belong, and the word without them."""

    word: str
    letters: tuple[Message, ...]
    mended: str | None


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each word of two alphabets outside of titles and addresses."""
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Prose):
            if isinstance(value, Text):
                # Most Russian texts hold no Latin letter, most English ones no other.
                if _HAS_LATIN.search(value.ru):
                    yield from _problems(record, (*path, "ru"), value.ru)
                if value.en and _HAS_CYRILLIC.search(value.en):
                    yield from _problems(record, (*path, "en"), value.en)
        elif isinstance(value, str) and not (
            value.isascii() or isinstance(mark, Verbatim | Url | Edtf)
        ):
            yield from _problems(record, path, value)


def mixture(text: str) -> Mixture | None:
    """The first word of two alphabets in a text."""
    if not _TOUCHING.search(text):
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        latin, cyrillic = len(_HAS_LATIN.findall(word)), len(_HAS_CYRILLIC.findall(word))
        if latin and cyrillic and not _is_plain_to_see(word):
            in_cyrillic, in_latin = _mended(word, _ALIKE), _mended(word, _ALIKE_BACK)
            if latin == cyrillic and in_cyrillic and in_latin:
                mended = None  # «ТB» may be meant either way
            else:
                mended = in_cyrillic if latin <= cyrillic else in_latin
            return Mixture(word, tuple(_letters(word, latin <= cyrillic)), mended)
    return None


def _is_plain_to_see(word: str) -> bool:
    match = _CAPITALS_FIRST.fullmatch(word)
    return match is not None and any(char not in _ALIKE for char in match[1])


def _problems(record: Record, path: Path, text: str) -> Iterator[Problem]:
    mix = mixture(text)
    if mix is None:
        return
    remedy = _("type the word again in one alphabet, or part its halves with a hyphen")
    if mix.mended:
        remedy = _("type the word again in one alphabet: `{word}`", word=mix.mended)
    message = _("`{word}` mixes two alphabets: {letters}", word=mix.word, letters=mix.letters)
    yield Problem(record, path, message, remedy)


def _letters(word: str, latin: bool) -> Iterator[Message]:
    message = _("letter {place} is the Cyrillic “{char}”")
    if latin:
        message = _("letter {place} is the Latin “{char}”")
    for place, char in enumerate(word, 1):
        if (_HAS_LATIN if latin else _HAS_CYRILLIC).match(char):
            yield message.given(place=place, char=char)


def _mended(word: str, alike: dict[str, str]) -> str | None:
    """The word with every letter that has a twin in the other alphabet exchanged for it."""
    mended = "".join(alike.get(char, char) for char in word)
    return None if _HAS_LATIN.search(mended) and _HAS_CYRILLIC.search(mended) else mended
