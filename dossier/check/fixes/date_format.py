"""13.09.2018 and 2018-9-13 become EDTF, where only one date can be meant."""

from __future__ import annotations

import re

from dossier.dates.edtf import DateError, parse
from dossier.model.annotations import Edtf, Mark
from dossier.parsing.nodes import Path

_PARTLY_KNOWN_DAY = re.compile(r"-[0-3]X")  # to drop it would drop what is known


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The date in EDTF."""
    if not any(isinstance(mark, Edtf) for mark in marks):
        return value
    try:
        parse(value)
    except DateError as error:
        if error.proposal and not _PARTLY_KNOWN_DAY.search(value):
            return error.proposal
    return value
