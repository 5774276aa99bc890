"""Tombstones: ids that moved, merged, split or were retracted, so that old links still lead."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from dossier.model.base import (
    SLUG,
    Date,
    Line,
    Record,
)
from dossier.model.texts import Model


class Tombstone(Model):
    """What became of one id."""

    type: Literal["element", "source", "obligation", "assessment", "risk", "dispute", "question"]
    id: str = Field(pattern=SLUG)
    fate: Literal["moved", "merged", "split", "retracted"]
    to: tuple[str, ...] = ()
    date: Date
    reason: Line


class Tombstones(Record):
    """The one file `data/tombstones.yml`."""

    TYPE: ClassVar[str] = "tombstones"
    FOLDER: ClassVar[str] = ""

    id: str = Field(pattern=r"^tombstones$")
    tombstones: tuple[Tombstone, ...] = ()
