"""A picture as a thing: its finding, its two forms, its table, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.rendering.pictures.drawing import Drawing

FOLDER = "pictures"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: words or a number, and where it leads, or several such parts."""

    value: str | int
    href: str = ""
    parts: tuple[Cell, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is set to the right."""
        return isinstance(self.value, int)


@dataclass(frozen=True, slots=True)
class Table:
    """The same as the picture, in rows; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend."""

    shape: str
    fill: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown. `title` states the finding, `about` what is drawn, `missing` what is not."""

    id: str
    title: str
    about: str
    wide: Drawing
    narrow: Drawing
    table: Table
    missing: str
    legend: tuple[Sign, ...] = ()

    @property
    def url(self) -> str:
        """The address of its page, from the root of its language's site."""
        return f"{FOLDER}/{self.id}.html"

    def file(self, ending: str) -> str:
        """The address of a download: svg, png or csv."""
        return f"{FOLDER}/{self.id}.{ending}"


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A picture that its data would leave empty, with the reason."""

    id: str
    about: str
    why: str
