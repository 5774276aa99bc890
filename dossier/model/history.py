"""What was changed in a record, and why: a correction never erases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dossier.model.annotations import Edtf, Prose, Ref, Term
from dossier.model.texts import Model, Text


class Change(Model):
    """One change that readers should know of (GOV.UK change notes; Distill corrections)."""

    date: Annotated[str, Edtf(day=True)] = Field(description="The day of the change.")
    kind: Annotated[str, Term("change_kinds")] = Field(description="What sort of change it is.")
    note: Annotated[Text, Prose(400)] = Field(description="What changed and why.")
    old: Annotated[Text, Prose(400)] | None = Field(default=None, description="The old value.")
    new: Annotated[Text, Prose(400)] | None = Field(default=None, description="The new value.")
    source: Annotated[str, Ref("source")] | None = Field(
        default=None, description="The source that made it necessary."
    )
