"""A drawing that is too tall for a page of the book, in pieces between its rows."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from dossier.rendering.pictures.drawing import Drawing, Link, Mark, Path, Words, line

# A page of the book has room for about 1.3 widths of a drawing below its title.
TALLEST = 1.35
ACROSS = re.compile(r"M0 (-?[\d.]+)L")
DOWN = re.compile(r"M(-?[\d.]+) (-?[\d.]+)L(-?[\d.]+) (-?[\d.]+)$")
START = re.compile(r"M-?[\d.]+ (-?[\d.]+)")
SCALE = 20.0  # how far below its line the scale of the last row reaches


@dataclass(frozen=True, slots=True)
class Piece:
    """Marks between two heights, in the units of the drawing."""

    top: float
    bottom: float
    marks: tuple[Mark, ...]


def pieces(drawing: Drawing) -> list[Piece]:
    """The drawing as it is, or cut above rows; each piece has the scale of the whole beneath it."""
    number = math.ceil(drawing.height / (drawing.width * TALLEST))
    rows = [y for mark in drawing.marks if (y := _across(mark, "rule")) is not None]
    cuts = sorted(
        {
            min(rows, key=lambda y: abs(y - drawing.height * place / number))
            for place in range(1, number)
            if rows
        }
    )
    if not cuts:
        return [uncut(drawing)]
    axis = max((y for mark in drawing.marks if (y := _across(mark, "axis")) is not None), default=0)
    scale = [mark for mark in drawing.marks if axis and axis <= _top(mark) < axis + SCALE]
    parts = []
    for top, bottom in zip([0.0, *cuts], [*cuts, drawing.height], strict=True):
        marks = [cut for mark in drawing.marks if (cut := _inside(mark, top, bottom))]
        if bottom < drawing.height:
            marks += [_moved(mark, bottom - axis) for mark in scale]
            bottom += SCALE if scale else 0
        parts.append(Piece(top, bottom, tuple(marks)))
    return parts


def uncut(drawing: Drawing) -> Piece:
    """The whole drawing as one piece."""
    return Piece(0, drawing.height, drawing.marks)


def _across(mark: Mark, look: str) -> float | None:
    """The height of a line across the whole drawing."""
    match = ACROSS.match(mark.d) if isinstance(mark, Path) and mark.look == look else None
    return float(match[1]) if match else None


def _top(mark: Mark) -> float:
    if isinstance(mark, Link):
        return min(map(_top, mark.marks))
    if isinstance(mark, Words):
        return mark.y
    match = START.match(mark.d)
    return float(match[1]) if match else 0.0


def _inside(mark: Mark, top: float, bottom: float) -> Mark | None:
    """The mark if it stands in the piece; of a line downwards, what of it does."""
    if isinstance(mark, Path) and (match := DOWN.match(mark.d)) and match[1] == match[3]:
        start, end = max(float(match[2]), top), min(float(match[4]), bottom)
        x = float(match[1])
        return replace(mark, d=line(x, start, x, end)) if start < end else None
    return mark if top <= _top(mark) < bottom else None


def _moved(mark: Mark, down: float) -> Mark:
    if isinstance(mark, Words):
        return replace(mark, y=mark.y + down)
    if isinstance(mark, Path) and (match := DOWN.match(mark.d)):
        x1, y1, x2, y2 = map(float, match.groups())
        return replace(mark, d=line(x1, y1 + down, x2, y2 + down))
    return mark
