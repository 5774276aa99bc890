"""An open question: what is not known, what was searched, what would settle it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    Date,
    DisputeId,
    ElementId,
    Line,
    ObligationId,
    Paragraph,
    Record,
    RiskId,
    Theme,
    Title,
)
from dossier.model.citation import Citation
from dossier.model.texts import Model


class Search(Model):
    """A search that was made, in which languages, and what came of it."""

    date: Date = Field(description="The day of the search.")
    languages: tuple[Annotated[str, Term("languages")], ...] = Field(
        min_length=1, description="The languages that were searched in."
    )
    result: Paragraph = Field(description="What was searched and what came of it.")


class Question(Record):
    """What the evidence does not tell."""

    TYPE: ClassVar[str] = "question"
    FOLDER: ClassVar[str] = "questions"

    title: Title = Field(description="The question, as a question.")
    state: Annotated[str, Term("question_states")] = Field(
        description="Whether it is open, answered, or searched for in vain."
    )
    settles: Line | None = Field(default=None, description="What would settle it.")
    searches: tuple[Search, ...] = Field(default=(), description="The searches that were made.")
    answer: Paragraph | None = Field(default=None, description="The answer, once there is one.")
    cites: tuple[Citation, ...] = Field(
        default=(), description="What the answer or the question rests on."
    )
    themes: tuple[Theme, ...] = Field(default=(), description="Sections it belongs to.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements that it is about."
    )
    obligations: tuple[ObligationId, ...] = Field(
        default=(), description="The provisions that it is about."
    )
    risks: tuple[RiskId, ...] = Field(default=(), description="The risks that it bears on.")
    disputes: tuple[DisputeId, ...] = Field(
        default=(), description="The disputes that it belongs to."
    )
