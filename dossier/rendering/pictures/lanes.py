"""Time from left to right, a lane for each theme or role, a sign for each event.

Years before the turn are pressed together; where they end a broken line stands, and words say so.
On a phone each lane is a strip of columns by year under its own label.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

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

SIGN = 10.0
STEP = 12.0
HEAD = 22.0
EARLY = 0.22  # of the width for the years before the turn
STRIP = 26.0


@dataclass(frozen=True, slots=True)
class Event:
    """A sign on its lane."""

    moment: Moment
    shape: str
    fill: str
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its words and where they lead."""

    words: str
    href: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An event named above the lanes."""

    day: datetime.date
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Time:
    """The span of years drawn, the turn of the scale, and the spells with few sources."""

    first: int
    last: int
    turn: int
    thin: tuple[tuple[datetime.date, datetime.date], ...]

    def x(self, day: datetime.date, width: float) -> float:
        """The place of a day; days outside the span stand at its ends."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        room, split = width - SIGN, 0.0
        if self.first < self.turn <= self.last:
            split = room * EARLY
        turn = self.turn if split else self.first
        if year < turn:
            share = (year - self.first) / max(turn - self.first, 1) * split
        else:
            share = split + (year - turn) / (self.last + 1 - turn) * (room - split)
        return SIGN / 2 + min(max(share, 0), room)


def wide(
    lanes: tuple[Lane, ...], named: tuple[Named, ...], time: Time, notes: tuple[str, str, str]
) -> Drawing:
    """The lanes with the named events above; `notes`: early scale, late one, thin times."""
    marks: list[Mark] = []
    bodies: list[Mark] = []
    top, lead = _names(named, time)
    y = top + 4
    start = y
    for lane in lanes:
        bodies.append(Path(line(0, y, WIDE, y), "rule"))
        words = (Words(0, y + 16, f"{lane.words}: {len(lane.events)}", look="label"),)
        bodies += [Link(lane.href, lane.words, words)] if lane.href else words
        placed, rows = _stacked(lane.events, time, y + HEAD)
        for begin, end in time.thin:
            left, right = time.x(begin, WIDE), time.x(end, WIDE)
            marks.append(Path(_hatched(left, y + HEAD - 2, right - left, rows * STEP + 2), "hatch"))
        bodies += placed
        y += HEAD + rows * STEP + 6
    if time.first < time.turn <= time.last:
        turn = time.x(datetime.date(time.turn, 1, 1), WIDE)
        marks.append(Path(line(turn, start, turn, y + 20), "axis broken"))
    marks += [*lead, *bodies, Path(line(0, y, WIDE, y), "axis"), *_years(time, y)]
    y += 34
    marks += [Words(0, y, text, look="quiet") for text in lines(_scale(time, notes), WIDE)[:1]]
    for text in lines(notes[2], WIDE) if time.thin else ():
        y += LINE
        marks.append(Words(0, y, text, look="quiet"))
    return Drawing(WIDE, round(y + 6, 1), tuple(marks))


def narrow(
    lanes: tuple[Lane, ...], named: tuple[Named, ...], time: Time, notes: tuple[str, str, str]
) -> Drawing:
    """The named events as a list, then a strip of columns for each lane, all years alike."""
    marks: list[Mark] = []
    y = 0.0
    for landmark in named:
        rows = lines(landmark.words, NARROW - 44)
        texts = (
            Words(0, y + 13, str(landmark.day.year), look="quiet"),
            *(Words(44, y + 13 + LINE * n, text, look="label") for n, text in enumerate(rows)),
        )
        marks.append(Link(landmark.href, f"{landmark.day.year}: {landmark.words}", texts))
        y += LINE * len(rows) + 5
    step = NARROW / (time.last + 1 - time.first)
    counts = [Counter(event.moment.year for event in lane.events) for lane in lanes]
    most = max((max(count.values(), default=0) for count in counts), default=0) or 1
    for lane, count in zip(lanes, counts, strict=True):
        y += 8
        marks.append(Path(line(0, y, NARROW, y), "rule"))
        rows = lines(f"{lane.words}: {len(lane.events)}", NARROW)
        label = tuple(
            Words(0, y + 16 + LINE * n, text, look="label") for n, text in enumerate(rows)
        )
        marks += [Link(lane.href, lane.words, label)] if lane.href else label
        y += LINE * len(rows) + 8 + STRIP
        marks += [
            Path(box((year - time.first) * step, y - STRIP * number / most, max(step - 1, 1),
                     STRIP * number / most), "bar")
            for year, number in sorted(count.items())
        ]  # fmt: skip
        marks.append(Path(line(0, y, NARROW, y), "axis"))
    for begin, end in time.thin:
        left = (max(begin.year, time.first) - time.first) * step
        room = (min(end.year, time.last) + 1 - max(begin.year, time.first)) * step
        marks.append(Path(_hatched(left, y, max(room, 5), 10), "hatch"))
    y += 26 if time.thin else 16
    marks.append(Words(0, y, str(time.first), look="quiet"))
    marks.append(Words(NARROW, y, str(time.last), "end", "quiet"))
    for text in lines(notes[2], NARROW) if time.thin else ():
        y += LINE
        marks.append(Words(0, y, text, look="quiet"))
    return Drawing(NARROW, round(y + 6, 1), tuple(marks))


def _scale(time: Time, notes: tuple[str, str, str]) -> str:
    return notes[0] if time.first < time.turn <= time.last else notes[1]


def _names(named: tuple[Named, ...], time: Time) -> tuple[float, list[Mark]]:
    """The names in as many rows as they need, the latest highest, each with a line down.

    A name stands to the left of its line, so that the lines of later events cross none.
    """
    starts: list[float] = []
    placed: list[tuple[Named, float, int, str]] = []
    for landmark in sorted(named, key=lambda landmark: landmark.day, reverse=True):
        x = time.x(landmark.day, WIDE)
        room = len(_named(landmark)) * 7.4 + 8
        anchor = "end" if x - room >= 0 else "start"
        right = x if anchor == "end" else x + room
        row = next((n for n, start in enumerate(starts) if right + 8 <= start), len(starts))
        if row == len(starts):
            starts.append(WIDE)
        starts[row] = right - room
        placed.append((landmark, x, row, anchor))
    bottom = len(starts) * LINE + (8 if starts else 0)
    return bottom, [
        Link(
            landmark.href,
            _named(landmark),
            (
                Path(line(x, row * LINE + 3, x, bottom + 4), "axis"),
                Words(
                    x - 6 if anchor == "end" else x + 6,
                    row * LINE + 13,
                    _named(landmark),
                    anchor,
                    "label",
                ),
            ),
        )
        for landmark, x, row, anchor in reversed(placed)
    ]


def _named(landmark: Named) -> str:
    return f"{landmark.day.year}: {landmark.words}"


def _stacked(events: tuple[Event, ...], time: Time, top: float) -> tuple[list[Mark], int]:
    """The signs of a lane row by row, each in the first row where it covers no other."""
    ends: list[float] = []
    marks: list[Mark] = []
    for event in sorted(events, key=lambda event: event.moment.sort_key):
        x = time.x(_middle(event.moment), WIDE)
        row = next((n for n, end in enumerate(ends) if end + 1 <= x - SIGN / 2), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + SIGN / 2
        y = top + row * STEP
        marks.append(
            Link(event.href, event.name, sign(event.shape, event.fill, x - SIGN / 2, y, SIGN))
        )
    return marks, max(len(ends), 1)


def _middle(moment: Moment) -> datetime.date:
    """The middle of what the date may mean; an open end counts for nothing."""
    if moment.lo.year <= 1:
        return moment.hi
    if moment.hi.year >= 9999:
        return moment.lo
    return moment.lo + (moment.hi - moment.lo) / 2


def _years(time: Time, y: float) -> list[Mark]:
    marks: list[Mark] = []
    free = 0.0
    for year in range(time.first, time.last + 1):
        x = time.x(datetime.date(year, 1, 1), WIDE)
        if x >= free and (year == time.first or year >= time.turn):
            marks.append(Words(x, y + 15, str(year), look="quiet"))
            free = x + 42
    return marks


def _hatched(x: float, y: float, width: float, height: float) -> str:
    """Slanting strokes across a lane, inside the spell."""
    return "".join(
        f"M{x + at:.1f} {y + down + 9:.1f}l4 -8"
        for down in range(0, int(height) - 8, 12)
        for at in range(0, max(int(width) - 3, 1), 7)
    )
