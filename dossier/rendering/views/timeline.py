"""The overview drawing: time from left to right, a lane for each theme, comparators below.

Positions are in the units of the drawing's view box. Where signs would cover each other they are
stacked, so that every element can be seen.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.rendering.views.chronology import Entry, Filter, select

WIDTH = 1040
LABELS = 205
STEP = 16
SIGN = 12
APART = 3
TOP = 24
GAP = 12
LABEL_ROOM = 32
PERIOD = 4
PARTING = 26


@dataclass(frozen=True, slots=True)
class Glyph:
    """One element in the drawing: where it stands and how wide its uncertainty is."""

    entry: Entry
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Era:
    """A framework document in force: a band behind the signs, from its day to the edge."""

    entry: Entry
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A theme or a comparison with its signs, and their numbers in the periods of the table.

    `axis` names the vocabulary that labels the term.
    """

    axis: str
    term: str
    y: float
    height: float
    glyphs: tuple[Glyph, ...]
    eras: tuple[Era, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    year: int
    x: float
    labelled: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing."""

    width: int
    height: float
    labels: int
    lanes: tuple[Lane, ...]
    parting: float | None
    ticks: tuple[Tick, ...]
    first: int
    last: int
    turn: int
    years: tuple[tuple[int, int], ...]
    periods: tuple[tuple[int, int], ...]
    most: int
    total: int
    undated: int


def timeline(dataset: Dataset) -> Timeline | None:
    """The drawing of all elements: each under its first theme, comparators apart from them."""
    chosen = select(dataset, Filter(scope=None))
    entries = [entry for entry in chosen if entry.year is not None]
    if not entries:
        return None
    first = min(entry.moment.year for entry in entries)
    last = max(
        entry.moment.hi.year if entry.moment.hi.year < 9999 else entry.moment.year
        for entry in entries
    )
    scale = _Scale(first, last, dataset.about.turn or first)
    periods = _periods(first, last, scale.turn)
    lanes: list[Lane] = []
    parting: float | None = None
    y: float = TOP
    for axis, term, members in _groups(entries, dataset):
        if axis == "comparisons" and parting is None:
            parting = y
            y += PARTING
        glyphs, rows = _stack(members, scale, y + GAP / 2)
        height = max(rows * STEP, LABEL_ROOM) + GAP
        eras = tuple(_eras(glyphs, dataset))
        lanes.append(Lane(axis, term, y, height, glyphs, eras, _counts(members, periods)))
        y += height
    ticks = tuple(
        Tick(year, scale.x(datetime.date(year, 1, 1)), scale.labelled(year))
        for year in range(first, last + 2)
    )
    counts = Counter(entry.moment.year for entry in entries)
    return Timeline(
        width=WIDTH,
        height=y,
        labels=LABELS,
        lanes=tuple(lanes),
        parting=parting,
        ticks=ticks,
        first=first,
        last=last,
        turn=scale.turn,
        years=tuple(sorted(counts.items())),
        periods=periods,
        most=max(counts.values()),
        total=len(chosen),
        undated=len(chosen) - len(entries),
    )


def _groups(entries: list[Entry], dataset: Dataset) -> Iterator[tuple[str, str, list[Entry]]]:
    """The lanes that have members: themes, then comparisons, in the order of the vocabularies."""
    own = [entry for entry in entries if not entry.element.compared_as]
    for theme in dataset.terms("themes"):
        if members := [entry for entry in own if entry.element.themes[0] == theme]:
            yield "themes", theme, members
    for term in dataset.terms("comparisons"):
        if members := [entry for entry in entries if entry.element.compared_as == term]:
            yield "comparisons", term, members


def _eras(glyphs: tuple[Glyph, ...], dataset: Dataset) -> Iterator[Era]:
    """Only what the sources show to be in force has an era: where its end is unknown, so is it."""
    frameworks = dataset.flagged("kinds", "framework")
    in_force = dataset.flagged("stages", "shown_by_document")
    for glyph in glyphs:
        element = glyph.entry.element
        if element.kind in frameworks and element.stage in in_force:
            yield Era(glyph.entry, glyph.x, glyph.y, round(WIDTH - glyph.x, 1))


def _periods(first: int, last: int, turn: int) -> tuple[tuple[int, int], ...]:
    """The columns of the table: the sparse early years together, then the rest in fours."""
    starts = [*([first] if first < turn else []), *range(turn, last + 1, PERIOD)]
    ends = [*(start - 1 for start in starts[1:]), last]
    return tuple(zip(starts, ends, strict=True))


def _counts(members: list[Entry], periods: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    years = [entry.moment.year for entry in members]
    return tuple(sum(start <= year <= end for year in years) for start, end in periods)


class _Scale:
    """Years to places: the crowded recent years get more room than the sparse early ones."""

    EARLY = 0.22

    def __init__(self, first: int, last: int, turn: int) -> None:
        self.first, self.last = first, last
        room = WIDTH - LABELS - 2 * SIGN
        self.turn = min(max(turn, first), last)
        self.split = room * (self.EARLY if first < self.turn else 0)
        self.room = room

    def x(self, day: datetime.date) -> float:
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        if year <= self.turn:
            share = (year - self.first) / max(self.turn - self.first, 1) * self.split
        else:
            share = self.split + (year - self.turn) / (self.last + 1 - self.turn) * (
                self.room - self.split
            )
        return round(LABELS + SIGN + min(share, self.room), 1)

    def labelled(self, year: int) -> bool:
        if year == self.first:
            return True
        if year >= self.turn:
            return (year - self.turn) % 2 == 0
        return year % 5 == 0 and min(year - self.first, self.turn - year) >= 4


def _stack(members: list[Entry], scale: _Scale, top: float) -> tuple[tuple[Glyph, ...], int]:
    """Place signs row by row, each in the first row where it covers no other."""
    ends: list[float] = []
    placed = []
    for entry in members:
        moment = entry.moment
        lo = scale.x(moment.lo if moment.lo.year > 1 else moment.hi)
        hi = scale.x(moment.hi if moment.hi.year < 9999 else moment.lo)
        width = round(hi - lo, 1)
        x = lo + width / 2
        left = min(lo, x - SIGN / 2)
        row = next((i for i, end in enumerate(ends) if end + APART <= left), len(ends))
        right = max(hi, x + SIGN / 2)
        if row == len(ends):
            ends.append(right)
        else:
            ends[row] = right
        placed.append(Glyph(entry, round(x, 1), top + row * STEP + STEP / 2, width))
    return tuple(placed), len(ends)
