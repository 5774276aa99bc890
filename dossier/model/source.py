"""A source: one bibliographic record, cited from many places."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.annotations import Term
from dossier.model.base import Actor, Address, Date, Day, Flag, Line, Original, Record


class Source(Record):
    """A document that was consulted (field names follow CSL where it has a word)."""

    TYPE: ClassVar[str] = "source"
    FOLDER: ClassVar[str] = "sources"

    kind: Annotated[str, Term("source_kinds")] = Field(description="What kind of source it is.")
    title: Original = Field(description="The title in the original language, left as it is.")
    title_is_descriptive: Flag = Field(
        default=False, description="true when the page shows no title and ours describes it."
    )
    author: Original | None = Field(default=None, description="The author as named by the source.")
    publisher: Original = Field(description="Who published it.")
    publisher_country: str | None = Field(
        default=None,
        pattern=r"^[A-Z]{2}$",
        description="The publisher's country (ISO 3166-1 alpha-2), where a source shows it.",
    )
    official: Actor | None = Field(
        default=None, description="The state or organisation whose official text this is."
    )
    language: Annotated[str, Term("languages")] = Field(description="Language of the text.")
    published: Date | None = Field(
        default=None, description="Date of publication; left out when the source shows none."
    )
    accessed: Day = Field(description="The day the source was consulted.")
    consulted: Annotated[str, Term("consulted")] = Field(
        description="Whether the whole text was read or an excerpt."
    )
    url: Address = Field(description="The address of the page.")
    archive_url: Address | None = Field(default=None, description="An archived copy.")
    reliability: Annotated[str, Term("reliability")] = Field(
        description="Admiralty code A–F for the source as such."
    )
    reliability_basis: Annotated[str, Term("reliability_criteria")] = Field(
        description="The published criterion that the grade follows from."
    )
    reliability_note: Line | None = Field(
        default=None, description="What else bears on reliability; required when the grade departs."
    )
    origin: Annotated[str, Term("origins")] | None = Field(
        default=None,
        description="The common origin, when the source relays one that others relay too.",
    )
    party_interest: tuple[Actor, ...] = Field(
        default=(), description="Parties with a stake that the publisher speaks for."
    )
    note: Line | None = Field(default=None, description="A remark on the bibliographic data.")
