"""The ledger of an analysed article: paragraph by paragraph, claim by claim."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    AssessmentId,
    Date,
    DisputeId,
    ElementId,
    ObligationId,
    Paragraph,
    Record,
    RiskId,
    SourceId,
    Title,
)
from dossier.model.texts import Model


class LedgerClaim(Model):
    """One thing that the article says, in paraphrase, with the dossier's verdict."""

    id: str = Field(pattern=SLUG)
    text: Paragraph
    kind: Literal["fact", "assessment", "forecast"]
    verdict: Annotated[str, Term("verdicts")]
    comment: Paragraph
    elements: tuple[ElementId, ...] = ()
    obligations: tuple[ObligationId, ...] = ()
    assessments: tuple[AssessmentId, ...] = ()
    disputes: tuple[DisputeId, ...] = ()
    risks: tuple[RiskId, ...] = ()


class ArticleParagraph(Model):
    """A paragraph of the article, by its number."""

    id: str = Field(pattern=r"^P[1-9][0-9]?$", examples=["P4"])
    gist: Paragraph = Field(description="What the paragraph is about, in our own words.")
    claims: tuple[LedgerClaim, ...] = Field(min_length=1)


class Article(Record):
    """An article that the dossier checks claim by claim."""

    TYPE: ClassVar[str] = "article"
    FOLDER: ClassVar[str] = "articles"

    title: Title
    author: Title
    source: SourceId
    overall: tuple[Paragraph, ...] = Field(min_length=1, description="The short overall reading.")
    paragraphs: tuple[ArticleParagraph, ...] = Field(min_length=1)
    checked: Date
