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

    date: Date
    languages: tuple[Annotated[str, Term("languages")], ...] = Field(min_length=1)
    result: Paragraph


class Question(Record):
    """What the evidence does not tell."""

    TYPE: ClassVar[str] = "question"
    FOLDER: ClassVar[str] = "questions"

    title: Title = Field(description="The question, as a question.")
    state: Annotated[str, Term("question_states")]
    settles: Line | None = Field(default=None, description="What would settle it.")
    searches: tuple[Search, ...] = ()
    answer: Paragraph | None = None
    cites: tuple[Citation, ...] = ()
    themes: tuple[Theme, ...] = ()
    elements: tuple[ElementId, ...] = ()
    obligations: tuple[ObligationId, ...] = ()
    risks: tuple[RiskId, ...] = ()
    disputes: tuple[DisputeId, ...] = ()
