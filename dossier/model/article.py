"""The ledger of an analysed article: paragraph by paragraph, claim by claim."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    AssessmentId,
    Day,
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

    id: str = Field(pattern=SLUG, description="A short id within the paragraph, kept for good.")
    text: Paragraph = Field(description="The claim in our own words.")
    kind: Literal["fact", "assessment", "forecast"] = Field(
        description="A fact, an assessment or a forecast."
    )
    verdict: Annotated[str, Term("verdicts")] = Field(
        description="What checking it against the dossier has shown."
    )
    comment: Paragraph = Field(description="Why this verdict, and what is missing.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements that it was checked against."
    )
    obligations: tuple[ObligationId, ...] = Field(
        default=(), description="The provisions that it was checked against."
    )
    assessments: tuple[AssessmentId, ...] = Field(
        default=(), description="Assessments that say the same or the contrary."
    )
    disputes: tuple[DisputeId, ...] = Field(default=(), description="The disputes that it touches.")
    risks: tuple[RiskId, ...] = Field(
        default=(), description="The risks that it asserts or denies."
    )


class ArticleParagraph(Model):
    """A paragraph of the article, by its number."""

    id: str = Field(
        pattern=r"^P[1-9][0-9]?$",
        examples=["P4"],
        description="The number of the paragraph, such as P4.",
    )
    gist: Paragraph = Field(description="What the paragraph is about, in our own words.")
    claims: tuple[LedgerClaim, ...] = Field(
        min_length=1, description="What the paragraph says, claim by claim."
    )


class Article(Record):
    """An article that the dossier checks claim by claim."""

    TYPE: ClassVar[str] = "article"
    FOLDER: ClassVar[str] = "articles"

    title: Title = Field(description="The article’s title.")
    author: Title = Field(description="The article’s author.")
    source: SourceId = Field(description="The source record of the article.")
    overall: tuple[Paragraph, ...] = Field(min_length=1, description="The short overall reading.")
    paragraphs: tuple[ArticleParagraph, ...] = Field(
        min_length=1, description="The article, paragraph by paragraph."
    )
    checked: Day = Field(description="The day the record was last checked.")
