"""What a dossier is called and under which licence it stands: the one file `data/dossier.yml`."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from dossier.model.base import SLUG, Date, ElementId, Line, ObligationId, Record, Title
from dossier.model.texts import Model, Text


class Licence(Model):
    """The licence of data and prose."""

    name: str = Field(min_length=1, description="Its short name, such as CC BY 4.0.")
    url: str = Field(pattern=r"^https://\S+$", description="The address of its text.")
    note: Line = Field(description="What it covers and what not, for the PDF editions.")


class Landmark(Model):
    """An event that the overview names."""

    element: ElementId = Field(description="The event.")
    name: Title = Field(description="What it is called there, in a few words.")


class SideBySide(Model):
    """A ready comparison of documents: elements, provisions or both, four at most."""

    id: str = Field(pattern=SLUG, description="A short id, which stands in the address.")
    title: Title = Field(description="What is laid side by side.")
    elements: tuple[ElementId, ...] = Field(
        default=(), max_length=4, description="Documents that are elements."
    )
    obligations: tuple[ObligationId, ...] = Field(
        default=(), max_length=4, description="Documents that are provisions."
    )


class About(Record):
    """What is special to this dossier and to no record of it."""

    TYPE: ClassVar[str] = "about"
    FOLDER: ClassVar[str] = ""

    id: str = Field(pattern=r"^dossier$", description="Always `dossier`.")
    name: Title = Field(description="The name of the dossier, as `site_name` has it.")
    subject: Title = Field(description="What it is about, for the covers of the PDF editions.")
    licence: Licence = Field(description="The licence of data and prose.")
    contact: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9._+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$",
        description="Where editors take mail about mistakes, if no repository's host takes them.",
    )
    feed: str = Field(
        pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        description="A UUID of its own, from which the ids of the feed are made; never changed.",
    )
    turn: int | None = Field(
        default=None,
        ge=1,
        le=9999,
        description="The year before which the overview drawing compresses time.",
    )
    landmarks: tuple[Landmark, ...] = Field(
        default=(), description="The events that the overview names, six to eight, in time order."
    )
    side_by_side: tuple[SideBySide, ...] = Field(
        default=(), description="Documents that a page of its own lays side by side."
    )
    thin: tuple[Date, ...] = Field(
        default=(), description="Spells for which few sources are available; EDTF intervals."
    )


# Stands for the file in a dataset that is made without one; the loader reports that it is missing.
UNNAMED = About(
    id="dossier",
    name=Text(ru="Досье", en="Dossier"),
    subject=Text(ru="Досье", en="Dossier"),
    licence=Licence(
        name="–", url="https://example.org/", note=Text(ru="Не указана.", en="Not named.")
    ),
    feed="00000000-0000-0000-0000-000000000000",
)
