"""A dispute: sources disagree, and every version is kept."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import SLUG, ClaimId, Day, ElementId, Line, Paragraph, Record, Title
from dossier.model.citation import Citation
from dossier.model.texts import Model


class Version(Model):
    """One version, with its own citations or the claims that carry them."""

    id: str = Field(pattern=SLUG, description="A short id within the dispute, kept for good.")
    text: Paragraph = Field(description="What this version says, and who says it.")
    claims: tuple[ClaimId, ...] = Field(
        default=(), description="The claims of elements that state the version."
    )
    cites: tuple[Citation, ...] = Field(default=(), description="The sources of the version.")


class Explanation(Model):
    """An element that may explain why the sources differ, and is not disputed itself."""

    element: ElementId = Field(description="The element that may explain the dispute.")
    note: Line = Field(description="How it may explain it, as far as the sources let one say.")


class Dispute(Record):
    """A question on which the sources disagree."""

    TYPE: ClassVar[str] = "dispute"
    FOLDER: ClassVar[str] = "disputes"

    title: Title = Field(description="What the sources disagree about.")
    resolution: Annotated[str, Term("resolutions")] = Field(
        description="Whether the dispute is settled."
    )
    versions: tuple[Version, ...] = Field(min_length=2, description="Every version, none left out.")
    reading: Paragraph = Field(description="How the editors read the versions, and why.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements that the dispute touches."
    )
    explained_by: tuple[Explanation, ...] = Field(
        default=(), description="Elements that may explain the dispute and are not disputed."
    )
    checked: Day = Field(description="The day the record was last checked.")
