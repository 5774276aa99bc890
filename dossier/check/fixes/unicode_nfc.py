"""Letters with marks become one character each (Unicode NFC)."""

from __future__ import annotations

import unicodedata

from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The value in the composed form."""
    return unicodedata.normalize("NFC", value)
