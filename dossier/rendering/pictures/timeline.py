"""The overview: every event with a year, in every theme that it belongs to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dossier.dates import edtf
from dossier.rendering import addresses
from dossier.rendering.pictures import lanes
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.chronology import Entry, Filter, select

if TYPE_CHECKING:
    import datetime

ID = "timeline"
PERIOD = 4


def picture(voice: Voice) -> Picture | Undrawn:
    """Themes, then comparisons; context and comparators are hollow."""
    chosen = select(voice.dataset, Filter(scope=None))
    entries = [entry for entry in chosen if entry.year is not None]
    if len(entries) < 2:
        return Undrawn(ID, voice(f"{ID}.about"), voice("too_few", number=len(entries)))
    time = time_of(voice, [entry.moment.year for entry in entries])
    groups = list(_groups(voice, entries))
    drawn = tuple(
        lanes.Lane(words, href, tuple(event(voice, entry) for entry in members))
        for words, href, members in groups
    )
    named = tuple(
        lanes.Named(edtf.parse(element.date).lo, voice.text(mark.name), voice.to(element))
        for mark in voice.dataset.about.landmarks
        if (element := voice.dataset.elements.get(mark.element))
    )
    notes = (voice(f"{ID}.early", turn=time.turn), voice(f"{ID}.even"), voice(f"{ID}.thin"))
    spans = _periods(time)
    return Picture(
        id=ID,
        title=_finding(voice, entries),
        about=voice(f"{ID}.about"),
        wide=lanes.wide(drawn, named, time, notes),
        narrow=lanes.narrow(drawn, named, time, notes),
        table=Table(
            (
                voice("theme"),
                *(f"{a}–{b}" if a < b else str(a) for a, b in spans),
                voice("total"),
            ),
            tuple(
                (
                    Cell(words, href),
                    *(
                        Cell(sum(a <= entry.moment.year <= b for entry in members))
                        for a, b in spans
                    ),
                    Cell(len(members)),
                )
                for words, href, members in groups
            ),
        ),
        missing=voice(f"{ID}.missing", undated=voice.count("events", len(chosen) - len(entries))),
        legend=(
            *(
                Sign(mode, "solid", voice.label("modes", mode))
                for mode in voice.dataset.terms("modes")
            ),
            Sign("deed", "outline", voice(f"{ID}.context")),
        ),
    )


def time_of(voice: Voice, years: list[int]) -> lanes.Time:
    """The span of some years, on the dossier's scale, with its spells of few sources."""
    about = voice.dataset.about
    first, last = min(years), max(years)
    thin: list[tuple[datetime.date, datetime.date]] = []
    for spell in about.thin:
        moment = edtf.parse(spell)
        if moment.lo.year <= last and moment.hi.year >= first:
            thin.append((moment.lo, moment.hi))
    return lanes.Time(first, last, about.turn or first, tuple(thin))


def event(voice: Voice, entry: Entry) -> lanes.Event:
    """An event of the dossier: solid in the cooperation, hollow outside it."""
    element = entry.element
    return lanes.Event(
        entry.moment,
        element.mode,
        "solid" if element.scope == "cooperation" else "outline",
        voice.to(element),
        f"{voice.when(element.date)}. {voice.text(element.title)}",
    )


def _groups(voice: Voice, entries: list[Entry]) -> list[tuple[str, str, list[Entry]]]:
    """What stands in a lane: the events of a theme, or of a comparison."""
    groups = []
    for theme in voice.dataset.terms("themes"):
        members = [
            entry
            for entry in entries
            if theme in entry.element.themes and not entry.element.compared_as
        ]
        groups.append((voice.label("themes", theme), addresses.theme(theme), members))
    for term in voice.dataset.terms("comparisons"):
        members = [entry for entry in entries if entry.element.compared_as == term]
        label = f"{voice('comparison')}: {voice.label('comparisons', term)}"
        groups.append((sentence(label), addresses.comparison(term), members))
    return [group for group in groups if group[2]]


def _finding(voice: Voice, entries: list[Entry]) -> str:
    """The latest years that hold half of all events."""
    counts = Counter(entry.moment.year for entry in entries)
    held = 0
    for year in sorted(counts, reverse=True):
        held += counts[year]
        if 2 * held >= len(entries):
            break
    return voice(
        f"{ID}.finding", number=held, events=voice.count("of_events", len(entries)), year=year
    )


def _periods(time: lanes.Time) -> tuple[tuple[int, int], ...]:
    """The columns of the table: the early years together, then the rest in fours."""
    turn = max(time.turn, time.first)
    starts = [*([time.first] if time.first < turn else []), *range(turn, time.last + 1, PERIOD)]
    if turn > time.last:
        starts = [time.first]
    ends = [*(start - 1 for start in starts[1:]), time.last]
    return tuple(zip(starts, ends, strict=True))
