"""A controlled vocabulary: terms with labels and definitions (SKOS words where it has them)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Prose
from dossier.model.base import Original, Paragraph, Record, Title
from dossier.model.texts import Model, Text

Label = Annotated[Text, Prose(110)]
# Ids of terms stand in addresses and become names of files: nothing in them may lead elsewhere.
TermId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$")]


# What the engine asks of a term without knowing its id, axis by axis.
TermFlag = Literal[
    "ahead",  # stages: what has not happened, so that its date may lie in the future
    "scheduled",  # stages: an event with a day, to be looked at again once the day has passed
    "rung",  # stages: a step on the way of a document into force
    "shown_by_document",  # stages: only the text of a document can show them
    "shown_by_authority",  # stages: a document, an official statement or two origins show them
    "document",  # kinds of source: the text of an act
    "official",  # kinds of source, voices: an authority speaks
    "negative",  # states of an indicator: it was looked for and not seen
    "legal",  # kinds of event: acts that a section lists as its documents
    "framework",  # kinds of event: documents that stand behind others while in force
    "drill",  # kinds of event: an exercise; on the map a sign of its own, as the next two
    "school",  # kinds of event: somebody learns
    "goods",  # kinds of event: things are made, tried or handed over
    "loose",  # relations: ties that order nothing
    "checkable",  # kinds of statements: sources can show whether it is so
    "weak",  # grades of reliability: such sources alone show little
    "side",  # actors: one of those whose cooperation this is, as are those of its `state`
    "joint",  # actors: an organisation of all sides
    "one_sided",  # kinds of event: one side alone does it, such as a law or a statement
    "first_day",  # bases of dates: may fall on the first day of a year as a matter of course
]


class VocabularyTerm(Model):
    """One term: what readers see, what it means, and what it groups under."""

    label: Label = Field(description="The word that readers see (skos:prefLabel).")
    short: Label | None = Field(default=None, description="A short form or abbreviation.")
    aliases: tuple[Original, ...] = Field(
        default=(),
        description="Other spellings and words by which readers search, in any alphabet.",
    )
    definition: Paragraph | None = Field(default=None, description="What it means.")
    broader: str | None = Field(default=None, description="The group it belongs to.")
    fill: Literal["outline", "half", "solid", "unknown"] | None = Field(
        default=None,
        description="How a sign in a chart is filled: how far it got, or how far it holds.",
    )
    flags: tuple[TermFlag, ...] = Field(
        default=(), description="What the term means to the engine, such as `ahead` or `legal`."
    )
    state: str | None = Field(default=None, description="The state an actor belongs to.")
    grade: str | None = Field(default=None, description="The grade a criterion leads to.")
    review_days: int | None = Field(
        default=None,
        ge=1,
        le=3650,
        description="Days after which a record of the theme is due for a check (themes only).",
    )


class Vocabulary(Record):
    """One axis of the vocabulary."""

    TYPE: ClassVar[str] = "vocabulary"
    FOLDER: ClassVar[str] = "vocabulary"

    id: str = Field(
        pattern=r"^[a-z]+(_[a-z]+)*$",
        description="The file’s name without `.yml`: lower-case Latin and underscores.",
    )
    title: Title = Field(description="The name of the list.")
    source: str = Field(description="Where the terms come from (a standard or dataset).")
    closed: Literal["true", "false"] = Field(
        default="true", description="false for lists that grow with the data, such as actors."
    )
    groups: tuple[TermId, ...] = Field(
        default=(), description="The groups that a term may name in `broader`, if they are settled."
    )
    terms: dict[TermId, VocabularyTerm] = Field(
        min_length=1, description="The terms, each under its id."
    )
