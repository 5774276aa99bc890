"""Tombstones: ids that moved, merged, split or were retracted, so that old links still lead."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from dossier.model.base import SLUG, Date, Line, Record
from dossier.model.texts import Model


class Tombstone(Model):
    """What became of one id."""

    type: Literal[
        "element",
        "source",
        "obligation",
        "assessment",
        "risk",
        "scenario",
        "dispute",
        "question",
    ] = Field(description="The type of the record.")
    id: str = Field(pattern=SLUG, description="The old id, never to be given again.")
    fate: Literal["moved", "merged", "split", "retracted"] = Field(
        description="What became of the record."
    )
    to: tuple[str, ...] = Field(
        default=(),
        description="The ids that old links now lead to; none for a record that was retracted.",
    )
    date: Date = Field(description="The day it happened.")
    reason: Line = Field(description="Why, in a sentence.")


class Tombstones(Record):
    """The one file `data/tombstones.yml`."""

    TYPE: ClassVar[str] = "tombstones"
    FOLDER: ClassVar[str] = ""

    id: str = Field(pattern=r"^tombstones$", description="Always `tombstones`.")
    tombstones: tuple[Tombstone, ...] = Field(
        default=(), description="One entry for each id that is no longer in use."
    )
