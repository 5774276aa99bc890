"""What every record shares: an id, a history, and the marked types of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, Strict

from dossier.model.annotations import (
    ClaimRef,
    Edtf,
    Locator,
    ParagraphRef,
    Prose,
    Ref,
    Term,
    Url,
    Verbatim,
)
from dossier.model.history import Change
from dossier.model.texts import Model, Text

if TYPE_CHECKING:
    from dossier.parsing.documents import Document

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _as_flag(value: object) -> object:
    """`true` and `false` as typed; anything else is left for pydantic to refuse."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


class Record(Model):
    """A record of the dataset: one YAML file whose name is its id."""

    TYPE: ClassVar[str]
    FOLDER: ClassVar[str]

    id: str = Field(
        pattern=SLUG,
        description="The file’s name without `.yml`: lower-case Latin, digits, hyphens.",
        examples=["cooperation-plan-2025"],
    )
    history: tuple[Change, ...] = Field(
        default=(), description="Corrections and other changes that readers should know of."
    )
    added: Annotated[str, Edtf(day=True)] | None = Field(
        default=None,
        description="The day the record came in; left out in records of the first edition.",
    )

    _document: Document = PrivateAttr()

    @property
    def document(self) -> Document:
        """The file that the record was read from."""
        return self._document


Flag = Annotated[bool, Strict(), BeforeValidator(_as_flag)]
SourceId = Annotated[str, Ref("source")]
ElementId = Annotated[str, Ref("element")]
ObligationId = Annotated[str, Ref("obligation")]
AssessmentId = Annotated[str, Ref("assessment")]
RiskId = Annotated[str, Ref("risk")]
DisputeId = Annotated[str, Ref("dispute")]
ClaimId = Annotated[str, ClaimRef()]
ParagraphId = Annotated[str, ParagraphRef()]

Date = Annotated[str, Edtf(), Field(examples=["2018-09-13", "2018-09", "2025-01-27~"])]
Day = Annotated[str, Edtf(day=True), Field(examples=["2026-11-22"])]
Address = Annotated[str, Url(), Field(examples=["https://example.org/page"])]
Place = Annotated[str, Locator(), Field(examples=["paragraph 1-3", "article 2", "lead"])]
Title = Annotated[Text, Prose(110)]
Line = Annotated[Text, Prose(240)]
Paragraph = Annotated[Text, Prose(900)]
Original = Annotated[str, Verbatim(), Field(min_length=1)]

Stance = Literal["supports", "contradicts", "mentions"]
Rank = Literal["preferred", "normal", "deprecated"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]

Kind = Annotated[str, Term("kinds")]
Mode = Annotated[str, Term("modes")]
Stage = Annotated[str, Term("stages")]
ObligationClass = Annotated[str, Term("obligation_classes")]
DateBasis = Annotated[str, Term("date_bases")]
Theme = Annotated[str, Term("themes")]
Actor = Annotated[str, Term("actors")]
Review = Annotated[str, Term("reviews")]
