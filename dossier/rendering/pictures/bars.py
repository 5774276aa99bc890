"""Bars with their numbers on them: one to the right, or two that leave an axis on both sides."""

from __future__ import annotations

from dataclasses import dataclass

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

THICK = 13
NUMBER = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """A length in whole numbers with its look (`solid` or `hollow`)."""

    number: int
    look: str


@dataclass(frozen=True, slots=True)
class Item:
    """A label with its bars; `left` go to the left of the axis and are empty in a plain chart."""

    label: str
    right: tuple[Bar, ...]
    left: tuple[Bar, ...] = ()
    href: str = ""


def forms(items: tuple[Item, ...], heads: tuple[str, str] = ("", "")) -> tuple[Drawing, Drawing]:
    """The wide form with labels at the left, and the one for a phone with labels above."""
    return drawn(items, heads, WIDE, 232), drawn(items, heads, NARROW, 0)


def drawn(items: tuple[Item, ...], heads: tuple[str, str], width: int, label: int) -> Drawing:
    """The bars at a width; `heads` name the sides."""
    both = any(item.left for item in items)
    most = max((bar.number for item in items for bar in item.left + item.right), default=0) or 1
    room = (width - label) / (2 if both else 1)
    axis = label + (room if both else 0)
    marks: list[Mark] = []
    y = 0.0
    if any(heads):
        y = LINE + 4
        marks.append(Words(axis - 6, LINE - 4, heads[0], "end", "quiet"))
        marks.append(Words(axis + 6, LINE - 4, heads[1], look="quiet"))
    for item in items:
        named = lines(item.label, (label or width) - 12)
        texts = tuple(
            Words(0, y + 14 + LINE * number, words, look="label")
            for number, words in enumerate(named)
        )
        marks += [Link(item.href, item.label, texts)] if item.href else texts
        start = y + 4 if label else y + 4 + LINE * len(named) + 2
        for side, bars in ((-1, item.left), (1, item.right)):
            for place, bar in enumerate(bars):
                marks += _bar(bar, axis, start + place * (THICK + 3), side, (room - NUMBER) / most)
        bottom = start + max(len(item.left), len(item.right)) * (THICK + 3)
        y = max(bottom, y + 4 + LINE * len(named)) + 6
        marks.append(Path(line(axis, start - 3, axis, bottom), "axis"))
        marks.append(Path(line(0, y - 1, width, y - 1), "rule"))
    return Drawing(width, round(y, 1), tuple(marks))


def _bar(bar: Bar, axis: float, y: float, side: int, unit: float) -> list[Mark]:
    length = bar.number * unit
    left = axis if side > 0 else axis - length
    anchor = "start" if side > 0 else "end"
    words = Words(axis + side * (length + 5), y + 11, str(bar.number), anchor, "number")
    return [*([Path(box(left, y, length, THICK), bar.look)] if bar.number else []), words]
