"""A risk in the sense of ISO 31073: the effect of uncertainty on an objective."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    AssessmentId,
    Date,
    ElementId,
    Flag,
    Line,
    ObligationClass,
    ObligationId,
    Paragraph,
    ParagraphId,
    Record,
    Title,
)
from dossier.model.texts import Model

Weight = Literal["+", "-", "0", "?"]


class Link(Model):
    """One link of the causal chain: it names elements, or it says that it is an assumption."""

    text: Line
    elements: tuple[ElementId, ...] = ()
    assumption: Flag = False


class Evidence(Model):
    """An element or a provision that speaks for or against the risk, and why."""

    element: ElementId | None = None
    obligation: ObligationId | None = None
    note: Line


class Assumption(Model):
    """What must hold for the risk to be real, and what would show that it does not."""

    text: Line
    breaks: Line


class Indicator(Model):
    """Something observable that would raise or lower the risk."""

    id: str = Field(pattern=SLUG)
    text: Line
    direction: Literal["raises", "lowers"]
    state: Annotated[str, Term("indicator_states")]
    observed: tuple[ElementId, ...] = ()
    note: Line | None = None


class Hypothesis(Model):
    """One of the competing explanations in the table of evidence (ACH)."""

    id: str = Field(pattern=SLUG)
    text: Line


class Reading(Model):
    """One row of the table of evidence: an item and its weight under each hypothesis."""

    element: ElementId | None = None
    obligation: ObligationId | None = None
    assessment: AssessmentId | None = None
    weights: dict[str, Weight]
    why: Line


class Judgement(Model):
    """A likelihood or confidence that somebody has stated; never ours without a name."""

    value: str
    by: AssessmentId


class Risk(Record):
    """An entry of the risk register (field names follow ISO 31073:2022)."""

    TYPE: ClassVar[str] = "risk"
    FOLDER: ClassVar[str] = "risks"

    order: int = Field(ge=1, le=99, description="Place in the register; not a ranking.")
    title: Title
    objective: Paragraph = Field(description="The objective at stake.")
    objective_from: tuple[ObligationId, ...] = Field(
        min_length=1, description="The provisions that state the objective."
    )
    risk_source: Line
    event: Line
    consequence: Line
    mechanism: tuple[Link, ...] = Field(min_length=2, description="The chain, link by link.")
    paragraphs: tuple[ParagraphId, ...] = Field(
        default=(), description="Paragraphs of an analysed article that assert it."
    )
    asserted_by: tuple[AssessmentId, ...] = Field(min_length=1)
    obligations: tuple[ObligationId, ...] = ()
    evidence_for: tuple[Evidence, ...] = ()
    evidence_against: tuple[Evidence, ...] = ()
    arguments_for: tuple[AssessmentId, ...] = ()
    arguments_against: tuple[AssessmentId, ...] = ()
    strongest_counter: Paragraph = Field(description="The best opposing case, in our words.")
    assumptions: tuple[Assumption, ...] = ()
    legal_test: Paragraph = Field(description="Which class of obligation arises, and why.")
    legal_class: ObligationClass
    hypotheses: tuple[Hypothesis, ...] = Field(min_length=2)
    readings: tuple[Reading, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    balance: Paragraph = Field(description="The editors' reading of the evidence, labelled so.")
    likelihood: Judgement | Literal["not_assessed"]
    confidence: Judgement | Literal["not_assessed"]
    status: Annotated[str, Term("risk_statuses")]
    checked: Date
