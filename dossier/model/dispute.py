"""A dispute: sources disagree, and every version is kept."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    ClaimId,
    Date,
    ElementId,
    Paragraph,
    Record,
    Title,
)
from dossier.model.citation import Citation
from dossier.model.texts import Model


class Version(Model):
    """One version, with its own citations or the claims that carry them."""

    id: str = Field(pattern=SLUG)
    text: Paragraph
    claims: tuple[ClaimId, ...] = ()
    cites: tuple[Citation, ...] = ()


class Dispute(Record):
    """A question on which the sources disagree."""

    TYPE: ClassVar[str] = "dispute"
    FOLDER: ClassVar[str] = "disputes"

    title: Title
    resolution: Annotated[str, Term("resolutions")]
    versions: tuple[Version, ...] = Field(min_length=2)
    reading: Paragraph = Field(description="How the editors read the versions, and why.")
    elements: tuple[ElementId, ...] = ()
    checked: Date
