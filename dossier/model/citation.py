"""A citation: which source shows what, and where in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dossier.model.annotations import Term, Verbatim
from dossier.model.base import Credibility, Line, Place, SourceId, Stance
from dossier.model.texts import Model


class Quote(Model):
    """A short exact quotation in the language of the source."""

    text: Annotated[str, Verbatim()] = Field(
        min_length=1, max_length=300, description="The words exactly as they stand in the source."
    )
    language: Annotated[str, Term("languages")] = Field(
        description="The language of the words quoted."
    )


class Citation(Model):
    """Ties a statement to a source (PROV `wasDerivedFrom`, with a CSL locator)."""

    source: SourceId = Field(description="The id of a record in `data/sources/`.")
    locator: Place | None = Field(
        default=None, description="Where in the source: a term of the vocabulary, then a number."
    )
    stance: Stance = Field(
        default="supports", description="Whether the source supports or contradicts the statement."
    )
    shows: Line = Field(description="What exactly the source shows, in our own words.")
    credibility: Credibility | None = Field(
        default=None,
        description="Admiralty code 1–6 for this statement, when an editor has judged it.",
    )
    quote: Quote | None = Field(default=None, description="A short exact quotation.")
