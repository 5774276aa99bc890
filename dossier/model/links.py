"""Exceptions of the link check: addresses whose silence is known and explained."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from dossier.model.base import Address, Date, Record
from dossier.model.texts import Model


class LinkException(Model):
    """One address that `dossier links` may find silent without anyone having to act."""

    url: Address = Field(description="The address as a source has it.")
    reason: Annotated[str, Field(min_length=10, max_length=280)] = Field(
        description="What is known about it; for editors, in one language."
    )
    until: Date = Field(description="The last day on which the exception holds.")


class LinkExceptions(Record):
    """The one file `data/link-exceptions.yml`."""

    TYPE: ClassVar[str] = "link-exceptions"
    FOLDER: ClassVar[str] = ""

    id: str = Field(pattern=r"^link-exceptions$", description="Always `link-exceptions`.")
    exceptions: tuple[LinkException, ...] = Field(
        default=(), description="Addresses whose silence calls for nothing."
    )
