"""How far things have got: rungs of a document, single exercises, steps of a project."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import Date, ElementId, Stage, Title
from dossier.model.texts import Model


class Step(Model):
    """A rung that a document has reached in Kazakhstan, as the claims or citations show it."""

    stage: Stage = Field(description="The rung: a stage flagged `rung`.")
    date: Date = Field(description="When it was reached; EDTF in quotes.")
    element: ElementId | None = Field(
        default=None, description="The element that shows it, if it is not this record."
    )


class Exercise(Model):
    """One exercise: an element may tell of several, and each is counted once."""

    name: Title = Field(description="What it is called.")
    date: Date = Field(description="When it was held or is to be held.")
    format: Annotated[str, Term("exercise_formats")] = Field(description="Whose exercise it is.")
    part: Annotated[str, Term("exercise_parts")] = Field(
        description="What the invited side did, or whether the sources differ on it."
    )


class ProjectStep(Model):
    """What an element shows of a project: promised, signed, tried, delivered or at work."""

    project: Annotated[str, Term("projects")] = Field(description="The project.")
    step: Annotated[str, Term("project_steps")] = Field(description="How far this shows it to be.")
