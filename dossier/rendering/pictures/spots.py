"""Places on an outline: a pin for each, its name and its signs with numbers beside it.

In a wide column the words stand on the map, where they cover no others; what finds no room, and
everything on a phone, has a number on the map and its words in a list below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.rendering.pictures.atlas import Atlas, Point, Projection
from dossier.rendering.pictures.drawing import (
    LINE,
    NARROW,
    WIDE,
    Drawing,
    Link,
    Mark,
    Path,
    Words,
    box,
    lines,
)
from dossier.rendering.pictures.shapes import sign

PIN = 11.0
SIGN = 11.0
LETTER = 7.6  # of a label at 13 units, in the widest sans that may stand in for ours
LONGEST = 150.0
SIGNS = 100.0  # the room for signs in a line of the list
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: how exactly it is known (`fill`), and how many events of each form it has."""

    name: str
    at: Point
    fill: str
    counts: tuple[tuple[str, int], ...]
    href: str
    words: str

    @property
    def number(self) -> int:
        """How many events in all."""
        return sum(number for _, number in self.counts)


def forms(atlas: Atlas, spots: tuple[Spot, ...]) -> tuple[Drawing, Drawing]:
    """The wide form and the one for a phone."""
    return _drawn(atlas, spots, WIDE, named=True), _drawn(atlas, spots, NARROW, named=False)


def _drawn(atlas: Atlas, spots: tuple[Spot, ...], width: int, *, named: bool) -> Drawing:
    projection = Projection(atlas, width)
    height = projection.height
    ordered = sorted(spots, key=lambda spot: (-spot.number, spot.name))
    places = [projection.place(spot.at) for spot in ordered]
    taken: list[Box] = [(x - 7, y - PIN - 1, x + 7, y + 2) for x, y in places]
    marks: list[Mark] = []
    listed: list[tuple[int, Spot]] = []
    for spot, (x, y) in zip(ordered, places, strict=True):
        pin = sign("pin", spot.fill, x - PIN / 2, y - PIN, PIN)
        corner = _room(spot, x, y, taken, width, height) if named else None
        if corner is not None:
            marks.append(Link(spot.href, spot.words, (*pin, *_label(spot, *corner))))
            continue
        listed.append((len(listed) + 1, spot))
        marks += [*pin, *_number(len(listed), x, y, taken, width)]
    y = height + 6
    for number, spot in listed:
        marks.append(Words(18, y + 15, str(number), "end", "number"))
        marks.append(Link(spot.href, spot.words, tuple(_line(spot, 30, y + 2, width))))
        y += LINE * len(lines(spot.name, width - SIGNS - 30)) + 6
    under = (Path(box(0, 0, width, height), "frame"), projection.land())
    return Drawing(width, round(y if listed else height + 2, 1), (*under, *marks))


def _size(spot: Spot, most: float = LONGEST) -> tuple[float, float]:
    """How much room the words of a place take."""
    rows = lines(spot.name, most)
    signs = sum(SIGN + 4 + 9 * len(str(number)) + 6 for _, number in spot.counts)
    return max(*(len(row) * LETTER for row in rows), signs), LINE * len(rows) + SIGN + 4


def _room(
    spot: Spot, x: float, y: float, taken: list[Box], width: float, height: float
) -> tuple[float, float] | None:
    """The upper left corner of the words of a place, near it, in the frame and over no others."""
    wide, high = _size(spot)
    for away in (9, 16):
        for left, top in (
            (x + away, y - PIN - 4),
            (x - away - wide, y - PIN - 4),
            (x + away, y - high + 4),
            (x - away - wide, y - high + 4),
            (x - wide / 2, y + away - 4),
            (x - wide / 2, y - PIN - away + 4 - high),
            (x, y + away - 4),
            (x - wide, y + away - 4),
        ):
            mine = (left - 2, top - 1, left + wide + 2, top + high + 1)
            inside = mine[0] >= 0 and mine[1] >= 0 and mine[2] <= width and mine[3] <= height
            if inside and not any(_meet(mine, other) for other in taken if other[0] != x - 7):
                taken.append(mine)
                return left, top
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _label(spot: Spot, x: float, y: float, most: float = LONGEST) -> Iterator[Words | Path]:
    """The name with its signs below: words on the map."""
    rows = lines(spot.name, most)
    for n, row in enumerate(rows):
        yield Words(x, y + 12 + LINE * n, row, look="label")
    yield from _signs(spot, x, y + LINE * len(rows))


def _line(spot: Spot, x: float, y: float, width: float) -> Iterator[Words | Path]:
    """The name with its signs at the right: a line of the list."""
    for n, row in enumerate(lines(spot.name, width - SIGNS - x)):
        yield Words(x, y + 12 + LINE * n, row, look="label")
    yield from _signs(spot, width - SIGNS, y)


def _signs(spot: Spot, x: float, y: float) -> Iterator[Words | Path]:
    """A sign with a number for each form of event."""
    for shape, number in spot.counts:
        yield from sign(shape, "solid", x, y + 1, SIGN)
        yield Words(x + SIGN + 4, y + 11, str(number), look="number")
        x += SIGN + 10 + 9 * len(str(number))


def _number(number: int, x: float, y: float, taken: list[Box], width: float) -> Iterator[Words]:
    """The number of a place in the list, on the side of its pin that is free."""
    wide = 8.0 * len(str(number))
    for left, top in ((x + 7, y - PIN - 1), (x - 7 - wide, y - PIN - 1), (x - wide / 2, y - 26),
                      (x - wide / 2, y + 3)):  # fmt: skip
        mine = (left, top, left + wide, top + 13)
        if (
            left >= 0
            and mine[2] <= width
            and not any(_meet(mine, other) for other in taken if other[0] != x - 7)
        ):
            break
    taken.append(mine)
    yield Words(left, top + 11, str(number), look="number")
