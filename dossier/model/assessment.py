"""An assessment: one attributed judgement."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import Actor, Date, Line, Paragraph, Record, Title
from dossier.model.citation import Citation


class Assessment(Record):
    """Who judged what, when, and where it can be read."""

    TYPE: ClassVar[str] = "assessment"
    FOLDER: ClassVar[str] = "assessments"

    by: Title | None = Field(default=None, description="The author, as named by the source.")
    author: Literal["person", "group", "institution", "unnamed"] = Field(
        default="person", description="Who judges: a named person, several people, a body."
    )
    role: Line | None = Field(default=None, description="The author's role at the time.")
    affiliation: Line | None = Field(default=None, description="Where the author belongs.")
    voice: Annotated[str, Term("voices")] = Field(
        description="What sort of voice it is: an official, a researcher, nobody named."
    )
    stake: tuple[Actor, ...] = Field(default=(), description="Parties the author speaks for.")
    date: Date | None = Field(default=None, description="When; left out when not shown.")
    stance: Annotated[str, Term("assessment_stances")] = Field(
        description="risk · neutral · counter, towards the thesis that the alliance is weakened."
    )
    text: Paragraph = Field(description="The judgement in our own words, attributed.")
    note: Line | None = Field(default=None, description="A caution on the author or the source.")
    cites: tuple[Citation, ...] = Field(default=(), description="Where the judgement was seen.")
