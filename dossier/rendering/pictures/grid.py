"""Rows and columns with signs or words in the cells: the form of most pictures.

In a wide column the labels of the rows stand at the left; on a phone each stands above its cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.rendering.pictures.drawing import (
    LINE,
    NARROW,
    SIZE,
    WIDE,
    Drawing,
    Link,
    Mark,
    Path,
    Words,
    box,
    line,
    lines,
)
from dossier.rendering.pictures.shapes import SIGN, sign

LABEL = 176
GAP = 3
NUMBER = 27
PAD = 7
WIDEST = 0.66 * SIZE  # how wide a letter may be on the screen of a reader without our sans
MOST = 24  # signs in a cell; more are a number


@dataclass(frozen=True, slots=True)
class Dot:
    """A sign in a cell: what it looks like, where it leads (if anywhere), what it is called."""

    shape: str
    fill: str
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: a number, signs after it, words below. A `share` of 0 to 1 is a bar above."""

    dots: tuple[Dot, ...] = ()
    words: str = ""
    number: int | None = None
    share: float | None = None
    href: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row beside its label, which leads to `href` where there is one."""

    label: str
    fields: tuple[Field, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """What is to be drawn; every row has a field for every head."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def forms(
    grid: Grid, label: int = LABEL, short: tuple[str, ...] | None = None
) -> tuple[Drawing, Drawing]:
    """The wide form and the one for a phone, which may have shorter heads."""
    return drawn(grid, WIDE, label), drawn(Grid(short or grid.heads, grid.rows), NARROW, 0)


def drawn(grid: Grid, width: int, label: int) -> Drawing:
    """The grid at a width; without room for labels they stand above their rows."""
    column = (width - label) / max(len(grid.heads), 1)
    marks: list[Mark] = []
    heads = [lines(head, column - GAP) for head in grid.heads]
    deepest = max((len(rows) for rows in heads), default=0)
    # Where a head could touch the next in a wide sans, every other head stands a line higher.
    touching = any(len(row) * WIDEST > column - GAP for rows in heads for row in rows)
    crowded = deepest == 1 and touching
    for place, rows in enumerate(heads):
        for number, words in enumerate(rows):
            line_of = deepest - len(rows) + number + 1 + (crowded and place % 2)
            down = line_of * LINE - 4
            marks.append(Words(label + place * column, down, words, look="quiet"))
    y: float = (deepest + crowded) * LINE + 4
    for row in grid.rows:
        marks.append(Path(line(0, y, width, y), "rule"))
        named = lines(row.label, (label or width) - 12)
        texts = tuple(
            Words(0, y + PAD + 10 + LINE * number, words, look="label")
            for number, words in enumerate(named)
        )
        marks += [Link(row.href, row.label, texts)] if row.href else texts
        top = y + PAD if label else y + PAD + LINE * len(named) + 2
        bottom = top
        for place, cell in enumerate(row.fields):
            cell_marks, end = _cell(cell, label + place * column, top, column - GAP)
            marks += cell_marks
            bottom = max(bottom, end)
        y = max(bottom, y + PAD + LINE * len(named)) + PAD
    return Drawing(width, round(y, 1), tuple(marks))


def _cell(cell: Field, x: float, top: float, width: float) -> tuple[list[Mark], float]:
    """The marks of a cell, and where they end."""
    marks: list[Mark] = []
    y: float = top
    if cell.number is not None:
        marks.append(Words(x, y + 11, str(cell.number), look="number"))
        x, width = x + NUMBER, width - NUMBER
        bottom = y + LINE
    else:
        bottom = y
    if len(cell.dots) > MOST:
        marks.append(Path(box(x, y, width, SIGN), "bar"))
        if cell.number is None:
            y += LINE
            marks.append(Words(x, y + 11, f"× {len(cell.dots)}", look="number"))
        y += LINE
    elif cell.dots:
        placed = list(_placed(cell.dots, x, y, width))
        marks += placed
        y += ((len(cell.dots) - 1) // _in_row(width) + 1) * (SIGN + GAP) + 1
    if cell.share is not None:
        marks.append(Path(box(x, y, max(cell.share * width, 1), 3), "bar"))
        y += 4
    rows = lines(cell.words, width) if cell.words else ()
    texts = tuple(
        Words(x, y + 11 + LINE * number, words, look="number" if cell.share is not None else "")
        for number, words in enumerate(rows)
    )
    marks += [Link(cell.href, cell.name or cell.words, texts)] if cell.href and texts else texts
    return marks, max(bottom, y + LINE * len(rows))


def _in_row(width: float) -> int:
    return max(int((width + GAP) // (SIGN + GAP)), 1)


def _placed(dots: tuple[Dot, ...], x: float, y: float, width: float) -> Iterator[Link | Path]:
    most = _in_row(width)
    for place, dot in enumerate(dots):
        left = x + place % most * (SIGN + GAP)
        top = y + place // most * (SIGN + GAP)
        marks = sign(dot.shape, dot.fill, left, top)
        if dot.href:
            yield Link(dot.href, dot.name, marks)
        else:
            yield from marks
