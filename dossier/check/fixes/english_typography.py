"""Curly quotation marks and the dash for typewriter signs in English."""

from __future__ import annotations

import re

from dossier.check.fixes import is_prose, until_settled
from dossier.check.fixes._quotes import curled
from dossier.check.rules.english_typography import ranged
from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

_SPACED = re.compile(r"(?<=\S) ---? (?=\S)")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9])--(?=[0-9])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s)")
_TIGHT = re.compile(r"(?<=[^\W\d_]|[”’)])---?(?=[^\W\d_]|[“‘(])")


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The text with the signs that English typesetting uses."""
    if not is_prose(marks, path, "en"):
        return value
    text = curled(value, ("“", "”"), ("‘", "’"))
    text = ranged(_APOSTROPHE.sub("’", text))
    text = _BETWEEN_NUMBERS.sub("–", text)
    text = _TIGHT.sub("—", text)
    return until_settled(text, lambda text: _SPACED.sub(" – ", text))
