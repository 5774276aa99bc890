"""A letter of the wrong alphabet gives way to the one that looks like it."""

from __future__ import annotations

import re
import unicodedata

from dossier.check.rules.mixed_scripts import mixture
from dossier.model.annotations import Edtf, Mark, Url, Verbatim
from dossier.parsing.nodes import Path

_WORD = re.compile(r"[^\W_]+")
_LATIN = "ABCEHIJKMOPSTXYaceijopsxyË"
_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕхуЁ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The value with each word in one alphabet, where only one alphabet can be meant."""
    if value.isascii() or any(isinstance(mark, Verbatim | Url | Edtf) for mark in marks):
        return value
    if mixture(value) is None:
        return value
    return unicodedata.normalize("NFC", _WORD.sub(_in_one_alphabet, value))


def _in_one_alphabet(match: re.Match[str]) -> str:
    """The word in the one alphabet that has all of its letters; as it was if both or none do."""
    word = match[0]
    if mixture(word) is None:
        return word
    translated = (word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN))
    possible = [candidate for candidate in translated if mixture(candidate) is None]
    return possible[0] if len(possible) == 1 else word
