"""Numbered steps one below the other, each with its day in a past case on a common scale.

In a wide column rule, case and days stand side by side; on a phone one below the other.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dossier.dates.edtf import Moment
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
    line,
    lines,
)
from dossier.rendering.pictures.shapes import sign

INDENT = 30
RING = 20.0
PAD = 8
DAY = 9.0  # the height of a mark on the scale of days


@dataclass(frozen=True, slots=True)
class Step:
    """A step: `rules` are names with addresses; `moment` is nothing where no day is known.

    What happened `instead` of the step is hollow.
    """

    text: str
    rules: tuple[tuple[str, str], ...]
    no_rule: str
    seen: str
    href: str
    moment: Moment | None
    when: str
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of the case from `first` to `last`, between two places of the drawing."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, day: datetime.date) -> float:
        """The place of a day; a day outside stands at the end."""
        share = (min(max(day, self.first), self.last) - self.first).days
        return self.left + share / max((self.last - self.first).days, 1) * (self.right - self.left)


def forms(
    steps: tuple[Step, ...], heads: tuple[str, str], short: Callable[[str], str]
) -> tuple[Drawing, Drawing]:
    """Both forms; `heads` name the steps and the case, `short` words a day in few letters."""
    moments = [step.moment for step in steps if step.moment]
    days = [
        day
        for moment in moments
        for day in (moment.lo, moment.hi)
        if datetime.date.min < day < datetime.date.max
    ]
    ends = (min(days), max(days)) if days else None
    wide = Scale(*ends, 466, WIDE - 10) if ends else None
    narrow = Scale(*ends, INDENT + 6, NARROW - 10) if ends else None
    return (
        _drawn(steps, heads, short, WIDE, wide, (216, 268, 184)),
        _drawn(steps, heads, short, NARROW, narrow, (NARROW - INDENT, INDENT, NARROW - INDENT)),
    )


def _drawn(
    steps: tuple[Step, ...],
    heads: tuple[str, str],
    short: Callable[[str], str],
    width: int,
    scale: Scale | None,
    columns: tuple[int, int, int],
) -> Drawing:
    """`columns`: the width of the step, the place of the case, and its width."""
    room, place, case = columns
    beside = width == WIDE
    marks: list[Mark] = []
    y = 0.0
    named = ((INDENT, room, heads[0]), (place, case, heads[1]))
    deep = 0.0
    for x, most, words in named:
        top = deep if not beside else 0.0
        rows = lines(words, most)
        marks += [Words(x, top + 13 + LINE * n, text, look="quiet") for n, text in enumerate(rows)]
        deep = max(deep, top + LINE * len(rows))
    y = deep + 4
    if scale:
        if not beside:
            y += LINE
        marks.append(Words(scale.left - 5, y - 8, short(scale.first.isoformat()), look="quiet"))
        if scale.first < scale.last:
            last = short(scale.last.isoformat())
            marks.append(Words(scale.right + 5, y - 8, last, "end", "quiet"))
    rings: list[float] = []
    for number, step in enumerate(steps, 1):
        marks.append(Path(line(INDENT, y, width, y), "rule"))
        rings.append(y + PAD)
        marks.append(Words(RING / 2, y + PAD + 14.5, str(number), "middle", "number"))
        step_marks, left = _rule(step, y + PAD, room)
        marks += step_marks
        top = y + PAD if beside else left + 4
        step_marks, right = _seen(step, place, top, case)
        marks += step_marks
        if scale:
            middle = y + PAD + 7 if beside else right + 9
            marks += _days(step, scale, middle)
            right = right if beside else right + 18
        y = max(left, right) + PAD
    way = [
        Path(line(RING / 2, ring + RING, RING / 2, other), "way") for ring, other in pairwise(rings)
    ]
    shown = [path for ring in rings for path in sign("circle", "outline", 0, ring, RING)]
    return Drawing(width, round(y, 1), (*way, *shown, *marks))


def _rule(step: Step, y: float, room: float) -> tuple[list[Mark], float]:
    """What is to be done, and who says so; and where that ends."""
    rows = lines(step.text, room)
    marks: list[Mark] = [
        Words(INDENT, y + 11 + LINE * n, words, look="label") for n, words in enumerate(rows)
    ]
    y += LINE * len(rows)
    for name, href in step.rules or ((step.no_rule, ""),):
        rows = lines(name, room)
        texts = tuple(
            Words(INDENT, y + 11 + LINE * n, words, look="quiet") for n, words in enumerate(rows)
        )
        marks += [Link(href, name, texts)] if href else texts
        y += LINE * len(rows)
    return marks, y


def _seen(step: Step, x: float, y: float, room: float) -> tuple[list[Mark], float]:
    """The day and what happened on it; and where that ends."""
    marks: list[Mark] = []
    for words in lines(step.when, room):
        marks.append(Words(x, y + 11, words, look="label" if step.moment else "quiet"))
        y += LINE
    rows = lines(step.seen, room)
    texts = tuple(Words(x, y + 11 + LINE * n, words) for n, words in enumerate(rows))
    marks += [Link(step.href, step.seen, texts)] if step.href else texts
    return marks, y + LINE * len(rows)


def _days(step: Step, scale: Scale, y: float) -> Iterator[Mark]:
    """The scale with a mark for a day, a bar for several, a broken bar for an open side."""
    yield Path(line(scale.left, y, scale.right, y), "axis")
    moment = step.moment
    if moment is None:
        return
    left, right = scale.x(moment.lo), scale.x(moment.hi)
    if moment.lo == moment.hi:
        fill = "outline" if step.instead else "solid"
        yield from sign("circle", fill, left - 5, y - 5, 10)
    else:
        is_open = datetime.date.min == moment.lo or datetime.date.max == moment.hi
        look = "edge broken" if is_open else "edge" if step.instead else "edge solid"
        yield Path(box(left, y - DAY / 2, max(right - left, 4), DAY), look)
