"""What a table and a column are: name, type, label in both languages, meaning, content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from dossier.language.words import LANGUAGES, Words, texts
from dossier.messages import Message

# The names of Table Schema (Frictionless Data): every other format has a word for each.
Type = Literal["string", "integer", "boolean", "date"]
Cell = str | int | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `refers` is the table whose `id` stands here; `many` says that several may.

    Several values are parted by `; `. `language` is that of its text, where it is in one.
    """

    name: str
    type: Type
    about: Message
    read: Callable[[Any], Cell]
    required: bool = False
    many: bool = False
    refers: str = ""
    language: str = ""

    @property
    def stem(self) -> str:
        """The name without the language."""
        return self.name.removesuffix(f"_{self.language}") if self.language else self.name

    def label(self, language: str) -> str:
        """What a reader would call the column: the words for the field, and for the language."""
        label = self.word(language)
        return (
            f"{label} ({Words(language)('column.in.' + self.language)})" if self.language else label
        )

    def word(self, language: str) -> str:
        """The words for the field alone."""
        words = Words(language)
        if f"column.{self.stem}" in words:
            label = words(f"column.{self.stem}")
        else:
            label = texts("dossier.diff", language)[f"field.{self.stem}"]
        return label[:1].upper() + label[1:]


@dataclass(frozen=True)
class Table:
    """One table: its columns, and the things that are its rows, in a fixed order.

    `key` names the columns by which a row is known.
    """

    name: str
    about: Message
    columns: tuple[Column, ...]
    things: tuple[Any, ...]
    key: tuple[str, ...] = ("id",)

    @cached_property
    def rows(self) -> list[Row]:
        """The content, a tuple a row, in the order of the columns."""
        readers = [column.read for column in self.columns]
        return [tuple(read(thing) for read in readers) for thing in self.things]

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    def label(self, language: str) -> str:
        """What a reader would call the table."""
        return Words(language)(f"table.{self.name}")


def joined(values: Any) -> str | None:
    """Several values in one cell, or nothing."""
    return "; ".join(str(value) for value in values if value is not None) or None


def bilingual(
    name: str, about: Message, read: Callable[[Any, str], Cell], *, many: bool = False
) -> list[Column]:
    """A column in each language; `read` is given the thing and the language."""

    def column(language: str) -> Column:
        def cell(thing: Any) -> Cell:
            return read(thing, language)

        return Column(f"{name}_{language}", "string", about, cell, many=many, language=language)

    return [column(language) for language in LANGUAGES]
