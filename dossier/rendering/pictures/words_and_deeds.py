"""Words, deeds and transfers of the cooperation by year."""

from __future__ import annotations

from collections import Counter

from dossier.dates import edtf
from dossier.rendering import addresses
from dossier.rendering.pictures import grid, years
from dossier.rendering.pictures.drawing import NARROW, Drawing
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.chronology import Filter, select

ID = "words-and-deeds"
CENTURY = 80  # years in all, from which on they stand by tens
EARLY = 5  # years before the turn that stand together


def picture(voice: Voice) -> Picture | Undrawn:
    """The picture; it says nothing while fewer than two events have a year."""
    dataset = voice.dataset
    chosen = select(dataset, Filter())
    entries = [entry for entry in chosen if entry.year is not None]
    if len(entries) < 2:
        return Undrawn(ID, voice(f"{ID}.about"), voice("too_few", number=len(entries)))
    modes = tuple(dataset.terms("modes"))
    counts = Counter((entry.moment.year, entry.element.mode) for entry in entries)
    first, last = min(year for year, _ in counts), max(year for year, _ in counts)
    spans = periods(first, last, dataset.about.turn or first)
    totals = Counter(entry.element.mode for entry in entries)
    by_mode = {
        mode: {
            place: sum(counts[year, mode] for year in range(start, end + 1))
            for place, (start, end) in enumerate(spans)
        }
        for mode in modes
    }
    hrefs = {
        place: addresses.year(start) for place, (start, end) in enumerate(spans) if start == end
    }
    lanes = tuple(
        years.Lane(mode, f"{sentence(voice.label('modes', mode))}: {totals[mode]}", by_mode[mode])
        for mode in modes
    )
    return Picture(
        id=ID,
        title=_finding(voice, totals, modes),
        about=voice(f"{ID}.about"),
        wide=years.columns(
            lanes,
            spans,
            hrefs,
            (
                voice("years.decades" if last - first > CENTURY else "years.early"),
                voice("years.single"),
            ),
            (thin_of(voice, spans), voice("years.thin")),
        ),
        narrow=_narrow(voice, spans, by_mode, hrefs),
        table=Table(
            (voice("years"), *(sentence(voice.label("modes", mode)) for mode in modes)),
            tuple(
                (
                    Cell(years.named(span), hrefs.get(place, "")),
                    *(Cell(by_mode[mode][place]) for mode in modes),
                )
                for place, span in enumerate(spans)
            ),
        ),
        missing=voice(
            f"{ID}.missing", undated=voice.count("events", len(chosen) - len(entries)), last=last
        ),
    )


def _finding(voice: Voice, totals: Counter[str], modes: tuple[str, ...]) -> str:
    most = max(modes, key=lambda mode: totals[mode])
    rest = (f"{voice.label('modes', mode)} — {totals[mode]}" for mode in modes if mode != most)
    return voice(
        f"{ID}.finding",
        number=totals[most],
        events=voice.count("of_events", sum(totals.values())),
        mode=voice.label("modes", most),
        rest=", ".join(rest),
    )


def thin_of(voice: Voice, spans: years.Periods) -> frozenset[int]:
    """The places of the periods that lie in a spell of few sources, at least in half."""
    spells = [edtf.parse(spell) for spell in voice.dataset.about.thin]
    return frozenset(
        place
        for place, (first, last) in enumerate(spans)
        if 2 * sum(any(s.lo.year <= y <= s.hi.year for s in spells) for y in range(first, last + 1))
        > last - first
    )


def periods(first: int, last: int, turn: int) -> tuple[tuple[int, int], ...]:
    """The years one by one from the turn on, those before it by fives; a century by tens."""
    if last - first > CENTURY:
        starts = list(range(first - first % 10, last + 1, 10))
        return tuple((start, min(start + 9, last)) for start in starts)
    early = [(start, min(start + EARLY - 1, turn - 1)) for start in range(first, turn, EARLY)]
    return (*early, *((year, year) for year in range(max(turn, first), last + 1)))


def _narrow(
    voice: Voice,
    spans: tuple[tuple[int, int], ...],
    by_mode: dict[str, dict[int, int]],
    hrefs: dict[int, str],
) -> Drawing:
    most = max((number for numbers in by_mode.values() for number in numbers.values()), default=1)
    rows = tuple(
        grid.Row(
            years.named(span),
            tuple(
                grid.Field(words=str(numbers[place]), share=numbers[place] / most)
                if numbers[place]
                else grid.Field(words="–")
                for numbers in by_mode.values()
            ),
            hrefs.get(place, ""),
        )
        for place, span in enumerate(spans)
        if any(numbers[place] for numbers in by_mode.values())
    )
    heads = tuple(sentence(voice.label("modes", mode)) for mode in by_mode)
    return grid.drawn(grid.Grid(heads, rows), NARROW, 84)
