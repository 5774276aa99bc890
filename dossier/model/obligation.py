"""A provision of law: what the CSTO asks and forbids, and what it is compared with."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    Date,
    ElementId,
    Line,
    ObligationClass,
    Paragraph,
    Record,
    Stage,
    Title,
)
from dossier.model.citation import Citation
from dossier.model.progress import Step


class Obligation(Record):
    """One provision, paraphrased; the wording stays with the source."""

    TYPE: ClassVar[str] = "obligation"
    FOLDER: ClassVar[str] = "obligations"

    scope: Annotated[str, Term("obligation_scopes")] = Field(
        description="Whose provision it is, or that it is one to compare with."
    )
    instrument: Title = Field(description="The treaty, charter, protocol or decision.")
    article: Title | None = Field(default=None, description="The article or part.")
    date: Date | None = Field(
        default=None, description="Date of the instrument; left out when not shown."
    )
    stage: Stage = Field(description="How far the instrument got, as far as the sources show.")
    stage_note: Line | None = Field(default=None, description="What is not known about the stage.")
    document_name: Title | None = Field(
        default=None, description="What the document is called in pictures and comparisons."
    )
    steps: tuple[Step, ...] = Field(
        default=(), description="The rungs that the instrument has reached, in time order."
    )
    obligation: ObligationClass = Field(description="The class of obligation (ATOP).")
    text: Paragraph = Field(description="What the provision says, in our own words.")
    relevance: Paragraph = Field(description="Why it matters for this dossier.")
    note: Paragraph | None = Field(default=None, description="An editor's caution.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="Elements that are the same instrument or apply it."
    )
    cites: tuple[Citation, ...] = Field(default=(), description="Where the text was seen.")

    @property
    def legal_order(self) -> tuple[str, tuple[tuple[int, str], ...]]:
        """By the day of the instrument, then by article, 3 before 13."""
        parts = re.findall(r"\d+|\D+", self.id)
        return self.date or "9999", tuple((int(p), "") if p.isdigit() else (0, p) for p in parts)
