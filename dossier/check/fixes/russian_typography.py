"""«Ёлочки», the dash and the typographic apostrophe for typewriter signs in Russian."""

from __future__ import annotations

import re

from dossier.check.fixes import is_prose, until_settled
from dossier.check.fixes._quotes import curled
from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_SPACED = re.compile(r"(?<=\S) --?-? (?=\S)|^--?-? (?=\S)")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9])--(?=[0-9])")
_TIGHT = re.compile(r"(?<=[^\W\d_]|[»“)])---?(?=[^\W\d_]|[«„(])")


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The text with the signs that Russian typesetting uses."""
    if not is_prose(marks, path, "ru"):
        return value
    text = curled(value, ("«", "»"), ("„", "“"))
    text = _APOSTROPHE.sub("’", text)
    text = _BETWEEN_NUMBERS.sub("–", text)
    text = _TIGHT.sub(" — ", text)
    return until_settled(text, lambda text: _SPACED.sub(_dash, text))


def _dash(match: re.Match[str]) -> str:
    """A dash; a hyphen between two numbers may be a range or a minus, and is left alone."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if before.isdigit() and after.isdigit() and match[0] == " - ":
        return match[0]
    return " — " if match.start() else "— "
