"""An element of the cooperation: what happened, how far it got, and who says so."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import (
    SLUG,
    Actor,
    Date,
    DateBasis,
    Day,
    ElementId,
    Kind,
    Line,
    Mode,
    ObligationClass,
    Original,
    Paragraph,
    Rank,
    Record,
    Review,
    Stage,
    Theme,
    Title,
)
from dossier.model.citation import Citation
from dossier.model.progress import Exercise, ProjectStep, Step
from dossier.model.texts import Model


class Claim(Model):
    """One statement of fact with its citations (Wikibase statement with rank)."""

    id: str = Field(pattern=SLUG, description="A short id within the element, kept for good.")
    text: Paragraph = Field(description="The statement, one to three sentences.")
    rank: Rank = Field(default="normal", description="preferred · normal · deprecated.")
    rank_reason: Line | None = Field(
        default=None, description="Why the claim is preferred or deprecated."
    )
    cites: tuple[Citation, ...] = Field(default=(), description="What the statement rests on.")


class Person(Model):
    """A person in a public role; nothing else about people is recorded."""

    name: Title = Field(description="The name in both languages.")
    role: Line = Field(description="The public role at the time.")
    part: Annotated[str, Term("people_parts")] | None = Field(
        default=None, description="What the person did in the event, where a source shows it."
    )


class Act(Model):
    """An act within an event, such as an approval at a meeting, that is no event of its own."""

    stage: Stage = Field(description="What the act was: a stage, such as agreed or signed.")
    text: Line = Field(description="Who did what to which document or body.")
    date: Date | None = Field(
        default=None, description="Its date, where it is not that of the event."
    )
    claim: str = Field(pattern=SLUG, description="The claim of the event that shows it.")


class Relation(Model):
    """A tie to another element."""

    element: ElementId = Field(description="The element that this one is tied to.")
    relation: Annotated[str, Term("relations")] = Field(description="How the two are tied.")


class Element(Record):
    """One act, event or transfer of the cooperation, or a context event beside it."""

    TYPE: ClassVar[str] = "element"
    FOLDER: ClassVar[str] = "elements"

    title: Title = Field(description="What happened: subject, verb, object; no judgement.")
    scope: Literal["cooperation", "context"] = Field(
        default="cooperation",
        description="cooperation where both sides take part; context for facts outside of it that "
        "the risks refer to.",
    )
    comparison: Annotated[str, Term("comparisons")] | None = Field(
        default=None, description="Which comparison a context element serves."
    )
    kind: Kind = Field(description="What kind of act it is.")
    mode: Mode = Field(description="word · deed · transfer.")
    stage: Stage = Field(description="How far it got, as far as the sources show.")
    stage_note: Line | None = Field(default=None, description="What is not known about the stage.")
    obligation: ObligationClass = Field(description="The class of obligation that it creates.")
    date: Date = Field(description="EDTF date in quotes.")
    date_basis: DateBasis = Field(description="What the date is a date of.")
    date_note: Line | None = Field(default=None, description="What is not known about the date.")
    covers: Date | None = Field(
        default=None,
        description="The period that a plan or programme is for: a year, or years as 2025/2026.",
    )
    parties: tuple[Actor, ...] = Field(min_length=1, description="Who takes part.")
    people: tuple[Person, ...] = Field(default=(), description="People in public roles.")
    places: tuple[Title, ...] = Field(default=(), description="Where it happened.")
    themes: tuple[Theme, ...] = Field(min_length=1, description="Sections it belongs to.")
    claims: tuple[Claim, ...] = Field(min_length=1, description="What is stated, and by whom.")
    acts: tuple[Act, ...] = Field(
        default=(), description="Acts within the event that are no events of their own."
    )
    related: tuple[Relation, ...] = Field(default=(), description="Ties to other elements.")
    document_name: Title | None = Field(
        default=None, description="What the document is called in pictures and comparisons."
    )
    steps: tuple[Step, ...] = Field(
        default=(), description="The rungs that a document has reached, in time order."
    )
    exercises: tuple[Exercise, ...] = Field(
        default=(), description="The exercises that the element tells of, each once in the data."
    )
    projects: tuple[ProjectStep, ...] = Field(
        default=(), description="What the element shows of industrial projects."
    )
    note: Paragraph | None = Field(default=None, description="An editor's remark for readers.")
    checked: Day = Field(description="The day the record was last checked.")
    review: Review = Field(description="State of editorial review.")
    original_title: Original | None = Field(
        default=None, description="The document's own title, left as it is."
    )

    @property
    def compared_as(self) -> str | None:
        """The comparison that a context element serves; the cooperation serves none."""
        return self.comparison if self.scope == "context" else None

    @property
    def lead_claim(self) -> Claim:
        """The claim that carries the element: the first preferred one, else the first kept."""
        kept = [claim for claim in self.claims if claim.rank != "deprecated"] or list(self.claims)
        return next((claim for claim in kept if claim.rank == "preferred"), kept[0])
