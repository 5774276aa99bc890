"""A risk as a bow-tie (ISO 31073 terms; IEC 31010, bow-tie analysis): source, event, consequence.

The links of the mechanism stand on the way from the source to the event, what already restrains
the risk on the way to the consequence. Positions are in the units of the drawing's view box.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Risk
from dossier.rendering.views.drawn import lines_of

BOX = 236
WIDTH = 1040
GAP = (WIDTH - 3 * BOX) / 2
LINE = 18
PAD = 14
HEAD = 26
DOT = 26


@dataclass(frozen=True, slots=True)
class Box:
    """One of the three boxes: its heading's key, its lines of text, and where it stands."""

    name: str
    x: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height that its text needs."""
        return HEAD + LINE * len(self.lines) + PAD


@dataclass(frozen=True, slots=True)
class Dot:
    """A link of the mechanism on the way to the event, by its number in the list."""

    number: int
    x: float
    y: float
    assumption: bool


@dataclass(frozen=True, slots=True)
class BowTie:
    """The drawing: three boxes on one axis, dots before the event, bars after it."""

    boxes: tuple[Box, ...]
    dots: tuple[Dot, ...]
    bars: tuple[float, ...]
    axis: float
    height: float
    assumed: int


def bowtie(risk: Risk, language: str) -> BowTie:
    """The drawing of one risk in one language."""
    texts = (
        ("risk_source", risk.risk_source),
        ("event", risk.event),
        ("consequence", risk.consequence),
    )
    boxes = tuple(
        Box(name, place * (BOX + GAP), lines_of(text.in_language(language), BOX - 2 * PAD))
        for place, (name, text) in enumerate(texts)
    )
    height = max(box.height for box in boxes)
    axis = height / 2
    return BowTie(
        boxes=boxes,
        dots=tuple(_dots(risk, axis)),
        bars=tuple(_bars(len(risk.controls))),
        axis=axis,
        height=height,
        assumed=sum(link.assumption for link in risk.mechanism),
    )


def _dots(risk: Risk, axis: float) -> list[Dot]:
    """Evenly on the way, in two rows when one has no room."""
    count = len(risk.mechanism)
    step = (GAP - 22) / (count + 1)
    shift = 0 if step >= DOT + 2 else DOT * 0.62
    return [
        Dot(
            number,
            round(BOX + 4 + step * number, 1),
            round(axis + (shift if number % 2 == 0 else -shift), 1),
            link.assumption,
        )
        for number, link in enumerate(risk.mechanism, 1)
    ]


def _bars(count: int) -> list[float]:
    start = 2 * BOX + GAP
    step = (GAP - 22) / (count + 1)
    return [round(start + 4 + step * number, 1) for number in range(1, count + 1)]
