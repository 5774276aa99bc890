"""A scenario: the editors' construction of how a case would be decided (IEC 31010, B.2.5)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from dossier.model.base import (
    SLUG,
    Actor,
    AssessmentId,
    Date,
    Day,
    ElementId,
    Flag,
    Line,
    ObligationId,
    Paragraph,
    Record,
    RiskId,
    Title,
)
from dossier.model.texts import Model


class Norm(Model):
    """A provision that applies in the situation, and what it asks there."""

    obligation: ObligationId = Field(description="The provision that applies.")
    note: Line = Field(description="What it asks in this situation.")


class Effect(Model):
    """Something that a tie could change or not: it names records, or it is an assumption."""

    text: Line = Field(description="What the tie could change in the situation, or could not.")
    elements: tuple[ElementId, ...] = Field(default=(), description="The elements that show it.")
    obligations: tuple[ObligationId, ...] = Field(
        default=(), description="The provisions that show it."
    )
    assumption: Flag = Field(default=False, description="true when nothing shows it.")


class Action(Model):
    """What one side could do, put neutrally."""

    actor: Actor = Field(description="The side.")
    text: Line = Field(description="What it could do, without judging it.")


class Sign(Model):
    """An indicator of a risk that would show the scenario coming."""

    risk: RiskId = Field(description="The risk whose indicator it is.")
    indicator: str = Field(pattern=SLUG, description="The id of the indicator within the risk.")


class Rule(Model):
    """A provision that asks for a step, under the name that a picture has room for."""

    obligation: ObligationId = Field(description="The provision.")
    name: Title = Field(description="What it is called in a few words, such as Article 2.")


class ProcedureStep(Model):
    """A step of a decision, the provisions that ask for it, and how it went in a past case."""

    text: Title = Field(description="Who does what.")
    rules: tuple[Rule, ...] = Field(
        default=(), description="The provisions that ask for it; none where none was found."
    )
    seen: Title = Field(description="What happened in the past case.")
    date: Date | None = Field(
        default=None, description="When it happened there, or nothing where no source gives it."
    )
    element: ElementId | None = Field(default=None, description="The element that shows it.")
    obligation: ObligationId | None = Field(
        default=None, description="The provision whose record shows it."
    )
    help: Flag = Field(default=False, description="true for the step with which help begins.")
    instead: Flag = Field(
        default=False, description="true where the step was not taken and something else happened."
    )


class Procedure(Model):
    """How the case would be decided, step by step, beside a case that has happened."""

    case: Title = Field(description="The past case, such as “January 2022”.")
    steps: tuple[ProcedureStep, ...] = Field(
        min_length=2, description="From the request on, in order."
    )


class Scenario(Record):
    """A case that has not happened, thought through by the editors, without a likelihood."""

    TYPE: ClassVar[str] = "scenario"
    FOLDER: ClassVar[str] = "scenarios"

    order: int = Field(ge=1, le=99, description="Place in the list; not a ranking.")
    title: Title = Field(description="The case in a few words.")
    situation: Paragraph = Field(
        description="What happens and from which starting point, supposed, not foretold."
    )
    norms: tuple[Norm, ...] = Field(min_length=1, description="The provisions that apply.")
    decides: Paragraph = Field(description="Who decides, and by which procedure.")
    procedure: Procedure | None = Field(
        default=None, description="The procedure in steps, beside a case that has happened."
    )
    effects: tuple[Effect, ...] = Field(
        min_length=1, description="What a tie with Türkiye could change, and what it could not."
    )
    actions: tuple[Action, ...] = Field(min_length=2, description="What each side could do.")
    indicators: tuple[Sign, ...] = Field(
        default=(), description="The indicators that would show the scenario coming."
    )
    assumptions: tuple[Line, ...] = Field(
        min_length=1, description="What is taken for granted in the construction."
    )
    risks: tuple[RiskId, ...] = Field(min_length=1, description="The risks that it plays out.")
    elements: tuple[ElementId, ...] = Field(
        default=(), description="The elements that the construction leans on."
    )
    assessments: tuple[AssessmentId, ...] = Field(
        default=(), description="The assessments that speak of such a case."
    )
    note: Line | None = Field(default=None, description="An editor’s remark for readers.")
    checked: Day = Field(description="The day the record was last checked.")
