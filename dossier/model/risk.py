"""A risk in the sense of ISO 31073: the effect of uncertainty on an objective."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    AssessmentId,
    Day,
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

    text: Line = Field(description="One step from cause to consequence.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements that show this step."
    )
    assumption: Flag = Field(
        default=False, description="true when nothing shows the step and it is assumed."
    )


class Evidence(Model):
    """An element or a provision, and what it does to the risk: supports, opposes or restrains."""

    element: ElementId | None = Field(default=None, description="The element that is evidence.")
    obligation: ObligationId | None = Field(
        default=None, description="The provision that is evidence."
    )
    note: Line = Field(description="Why it speaks for or against.")


class Looked(Model):
    """The last search for something: when, and what was searched, where, in which languages."""

    date: Day = Field(description="The day of the search.")
    note: Line = Field(description="What was searched, where and in which languages.")


class Position(Model):
    """What one capital says of the risk at its best, or where its words were looked for in vain."""

    capital: Annotated[str, Term("capitals")] = Field(description="Whose position it is.")
    text: Paragraph | None = Field(
        default=None, description="The position at its best, attributed to named officials."
    )
    assessments: tuple[AssessmentId, ...] = Field(
        default=(), description="The assessments that state it."
    )
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements in which it was taken."
    )
    obligations: tuple[ObligationId, ...] = Field(
        default=(), description="The provisions that it rests on."
    )
    searched: Looked | None = Field(
        default=None, description="Instead of the text: the search that found no statement."
    )


class Assumption(Model):
    """What must hold for the risk to be real, and what would show that it does not."""

    text: Line = Field(description="What is taken for granted.")
    breaks: Line = Field(description="What would show that it does not hold.")


class Indicator(Model):
    """Something observable that would raise or lower the risk."""

    id: str = Field(pattern=SLUG, description="A short id within the risk, kept for good.")
    text: Line = Field(description="What could be observed.")
    direction: Literal["raises", "lowers"] = Field(
        description="Whether it would raise or lower the risk."
    )
    threshold: Line | None = Field(
        default=None, description="The number or the act from which it counts as seen."
    )
    state: Annotated[str, Term("indicator_states")] = Field(description="Whether it has been seen.")
    observed: tuple[ElementId, ...] = Field(
        default=(), description="The elements in which it was seen."
    )
    note: Line | None = Field(
        default=None, description="What is to be known about the observation."
    )
    searched: Looked | None = Field(default=None, description="The last search for it.")


class Hypothesis(Model):
    """One of the competing explanations in the table of evidence (ACH)."""

    id: str = Field(pattern=SLUG, description="A short id, which the weights of the readings name.")
    text: Line = Field(description="The explanation in one sentence.")


class Reading(Model):
    """One row of the table of evidence: an item and its weight under each hypothesis."""

    element: ElementId | None = Field(default=None, description="The item, if it is an element.")
    obligation: ObligationId | None = Field(
        default=None, description="The item, if it is a provision."
    )
    assessment: AssessmentId | None = Field(
        default=None, description="The item, if it is an assessment."
    )
    weights: dict[str, Weight] = Field(
        description="For each hypothesis `+`, `-`, `0` or `?`: for, against, neither, not clear."
    )
    why: Line = Field(description="Why the item weighs so.")


class Judgement(Model):
    """A likelihood or confidence that somebody has stated; never ours without a name."""

    value: str = Field(description="The word that its author uses.")
    by: AssessmentId = Field(description="The assessment that states it.")


class Risk(Record):
    """An entry of the risk register (field names follow ISO 31073:2022)."""

    TYPE: ClassVar[str] = "risk"
    FOLDER: ClassVar[str] = "risks"

    order: int = Field(ge=1, le=99, description="Place in the register; not a ranking.")
    title: Title = Field(description="The risk in a few words.")
    objective: Paragraph = Field(description="The objective at stake.")
    objective_from: tuple[ObligationId, ...] = Field(
        min_length=1, description="The provisions that state the objective."
    )
    risk_source: Line = Field(description="What could bring the event about.")
    event: Line = Field(description="What could happen.")
    consequence: Line = Field(description="What it would mean for the objective.")
    mechanism: tuple[Link, ...] = Field(min_length=2, description="The chain, link by link.")
    controls: tuple[Evidence, ...] = Field(
        default=(), description="What already restrains it: norms, procedures, practice."
    )
    paragraphs: tuple[ParagraphId, ...] = Field(
        default=(), description="Paragraphs of an analysed article that assert it."
    )
    asserted_by: tuple[AssessmentId, ...] = Field(
        min_length=1, description="The assessments that assert the risk."
    )
    obligations: tuple[ObligationId, ...] = Field(
        default=(), description="The provisions that bear on it."
    )
    evidence_for: tuple[Evidence, ...] = Field(
        default=(), description="Elements and provisions that speak for the risk."
    )
    evidence_against: tuple[Evidence, ...] = Field(
        default=(), description="Elements and provisions that speak against it."
    )
    arguments_for: tuple[AssessmentId, ...] = Field(
        default=(), description="Assessments that see the risk."
    )
    arguments_against: tuple[AssessmentId, ...] = Field(
        default=(), description="Assessments that do not."
    )
    voices_note: Line | None = Field(
        default=None, description="Why one side of the arguments has no official voice."
    )
    strongest_support: Paragraph | None = Field(
        default=None, description="The best case for the risk, in our words."
    )
    strongest_counter: Paragraph = Field(description="The best opposing case, in our words.")
    positions: tuple[Position, ...] = Field(
        default=(), description="The positions of the five capitals, each once."
    )
    assumptions: tuple[Assumption, ...] = Field(
        default=(), description="What must hold for the risk to be real."
    )
    legal_test: Paragraph = Field(description="Which class of obligation arises, and why.")
    legal_class: ObligationClass = Field(description="The class that the legal test finds.")
    hypotheses: tuple[Hypothesis, ...] = Field(
        min_length=2, description="Competing explanations, `no-effect` among them."
    )
    readings: tuple[Reading, ...] = Field(
        default=(), description="The table of evidence, one row an item."
    )
    indicators: tuple[Indicator, ...] = Field(
        default=(), description="What would raise or lower the risk, if it were seen."
    )
    balance: Paragraph = Field(description="The editors' reading of the evidence, labelled so.")
    likelihood: Judgement | Literal["not_assessed"] = Field(
        description="A likelihood that somebody stated, or not_assessed."
    )
    confidence: Judgement | Literal["not_assessed"] = Field(
        description="A confidence that somebody stated, or not_assessed."
    )
    status: Annotated[str, Term("risk_statuses")] = Field(
        description="How far the entry of the register has come."
    )
    checked: Day = Field(description="The day the record was last checked.")
