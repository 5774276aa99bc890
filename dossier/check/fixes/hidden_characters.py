"""Invisible characters go, or become the space that they stand for."""

from __future__ import annotations

import re

from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

# Soft hyphen, zero-width spaces and joiners, direction marks, byte-order mark; not the joiners
# within Persian, Indic and emoji, which change what is read.
_JOINERS = "\u200c\u200d"
_DROPPED = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_LETTERS = "\x00-\u058f"  # Latin, Greek, Cyrillic, Armenian: scripts that know no joiners
_LOOSE = re.compile(f"(?:(?<=[{_LETTERS}])|^)[{_JOINERS}]+|[{_JOINERS}]+(?=[{_LETTERS}]|$)")
_SPACES = re.compile("\r\n?|[\t\v\f\x85\u2028\u2029]")


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The value without what cannot be seen."""
    if value.isprintable():
        return value
    return _LOOSE.sub("", _DROPPED.sub("", _SPACES.sub(" ", value)))
