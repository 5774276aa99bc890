"""Editions: the days on which the dossier was published as a whole, and what each one brought."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from dossier.model.base import Date, Paragraph, Record
from dossier.model.texts import Model


class PublishedEdition(Model):
    """One edition; its records and corrections are those with a day up to its date."""

    date: Date = Field(description="The day of the edition; the tag `edition-<date>` marks it.")
    note: Paragraph = Field(description="What the edition brings, in a sentence or two.")

    @property
    def tag(self) -> str:
        """The tag of its commit in the repository; the commit itself no file of it can name."""
        return f"edition-{self.date}"


class Editions(Record):
    """The one file `data/editions.yml`, the earliest edition first."""

    TYPE: ClassVar[str] = "editions"
    FOLDER: ClassVar[str] = ""

    id: str = Field(pattern=r"^editions$", description="Always `editions`.")
    editions: tuple[PublishedEdition, ...] = Field(
        default=(), description="The editions, the earliest first."
    )
