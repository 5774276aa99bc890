"""Columns by year, one row of them for each lane, with the number on every column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.rendering.pictures.drawing import WIDE, Drawing, Link, Mark, Path, Words, box, line
from dossier.rendering.pictures.shapes import sign

UNIT = 7.0  # the height of one event, unless the highest column would not fit
HIGH = 96.0
HEAD = 40

Periods = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of columns: its sign, its words, and the numbers by the place of their year."""

    shape: str
    words: str
    numbers: Mapping[int, int]


def columns(
    lanes: tuple[Lane, ...],
    periods: Periods,
    hrefs: Mapping[int, str],
    scales: tuple[str, str],
    thin: tuple[frozenset[int], str],
) -> Drawing:
    """The lanes over common periods.

    `scales` say how years stand before the turn and after it; `thin` are the places of the
    periods with few sources, with words for them.
    """
    step = WIDE / len(periods)
    most = max((max(lane.numbers.values(), default=0) for lane in lanes), default=0) or 1
    unit = min(UNIT, HIGH / most)
    marks: list[Mark] = []
    y = 0.0
    for lane in lanes:
        y += HEAD + max(lane.numbers.values(), default=0) * unit
        top = y - max(lane.numbers.values(), default=0) * unit - HEAD
        marks += sign(lane.shape, "solid", 0, top + 4)
        marks.append(Words(18, top + 15, lane.words, look="label"))
        for place, number in lane.numbers.items():
            if number:
                column = (
                    Path(box(place * step + 2, y - number * unit, step - 4, number * unit), "bar"),
                    Words((place + 0.5) * step, y - number * unit - 3, str(number), "middle",
                          "number"),
                )  # fmt: skip
                name = f"{named(periods[place])}: {number}. {lane.words}"
                href = hrefs.get(place, "")
                marks += [Link(href, name, column)] if href else column
        marks.append(Path(line(0, y, WIDE, y), "axis"))
    if thin[0]:
        marks += [Path(_hatched(place * step, y + 11, step), "hatch") for place in sorted(thin[0])]
        y += 7
    y += 6
    marks += _axis(periods, step, y)
    if thin[0]:
        marks.append(Words(WIDE, y + 27, thin[1], "end", "quiet"))
    scale = _scales(periods, step, y + 27, scales)
    marks += scale
    height = y + (33 if scale or thin[0] else 16)
    return Drawing(WIDE, round(height, 1), tuple(marks))


def _axis(periods: Periods, step: float, y: float) -> list[Mark]:
    """The first year of each period below its column, as many as have room."""
    marks: list[Mark] = []
    free = 0.0
    for place, (first, _) in enumerate(periods):
        left = place * step + 2
        if left >= free:
            marks.append(Words(left, y + 10, str(first), look="quiet"))
            free = left + 38
    return marks


def _scales(periods: Periods, step: float, y: float, scales: tuple[str, str]) -> list[Mark]:
    """Where years stand together and where one by one, said below the axis."""
    turn = next((place for place, (a, b) in enumerate(periods) if a == b), len(periods))
    if not turn:
        return []
    marks: list[Mark] = [Words(2, y, scales[0], look="quiet")]
    if turn < len(periods):
        x = max(turn * step, len(scales[0]) * 8)
        marks.append(Path(line(turn * step, 0, turn * step, y - 12), "axis broken"))
        marks.append(Words(x + 2, y, scales[1], look="quiet"))
    return marks


def named(period: tuple[int, int]) -> str:
    """A period in figures."""
    first, last = period
    return str(first) if first == last else f"{first}–{last}"


def _hatched(x: float, y: float, width: float) -> str:
    """Slanting strokes over a column's place."""
    strokes = (f"M{x + 3 + at:.1f} {y - 2:.1f}l4 -7" for at in range(0, int(width) - 6, 5))
    return "".join(strokes)
