"""What a drawing is made of: text, paths and links, at places in the units of its view box.

`look` names a class of the style sheet (`pictures.css`); a file that stands alone brings the same
classes in ink on paper. Every text is at least 12 units high, and a unit is a pixel on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

WIDE = 640
NARROW = 320
SIZE = 13
LINE = 17
# The mean width of a letter by its height, in the widest sans that may stand in for ours.
LETTER = 0.58


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str = "start"
    look: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A path in the syntax of SVG; its look says whether it is filled."""

    d: str
    look: str


@dataclass(frozen=True, slots=True)
class Link:
    """Marks that lead to a page of this language's site; `name` is what screen readers say."""

    href: str
    name: str
    marks: tuple[Words | Path, ...]


Mark = Words | Path | Link


@dataclass(frozen=True, slots=True)
class Drawing:
    """One form of a picture."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def links(self) -> int:
        """How many marks lead somewhere."""
        return sum(isinstance(mark, Link) for mark in self.marks)


def lines(text: str, width: float, size: float = SIZE) -> tuple[str, ...]:
    """A text as lines that fit a width at a size of type; what a no-break space ties stays tied."""
    letters = max(int(width / (size * LETTER)), 1)
    tied = "\N{NO-BREAK SPACE}"
    text = " ".join(
        word.replace(tied, " ") if len(word) > letters else word for word in text.split(" ")
    )
    return tuple(wrap(text, letters, break_long_words=True, break_on_hyphens=False))


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a path."""
    return f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line as a path."""
    return f"M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}"


def num(value: float) -> str:
    """A coordinate in at most one decimal place."""
    return f"{round(value, 1) + 0:g}"
