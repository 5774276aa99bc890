"""What changed, edition by edition: computed from the records alone, so that it needs no history.

A record tells the day on which it came in (`added`; left out in those of the first edition), and
keeps its changes in `history`; tombstones tell what became of ids that are gone; `editions.yml`
names the days of the editions. A copy without git, or a shallow one, therefore shows the same.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.model import RECORD_TYPES, Record, Vocabulary
from dossier.model.edition import PublishedEdition
from dossier.model.history import Change
from dossier.model.tombstone import Tombstone

# What readers must know first comes first. Between the record that is new and the id that is gone
# stand the terms of `vocabulary/change_kinds.yml`; `added` there is a fact new to a record.
NEW, GONE = "new", "gone"
ORDER = (
    "correction", NEW, "added", "update", "clarification", "source_replaced", "translation", GONE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed: a record that came, a note in a record, or an id that is gone.

    `number` tells apart what happened to one record on one day in one way.
    """

    kind: str
    day: str
    type: str
    id: str
    record: Record | None = None
    change: Change | None = None
    stone: Tombstone | None = None
    number: int = 0

    @property
    def last_day(self) -> datetime.date:
        """The last day that `day` may mean."""
        return _last_day(self.day)


@dataclass(frozen=True, slots=True)
class Period:
    """What one edition brought; without an edition, what came since the last one.

    `held` is how many records of each type the first edition began with.
    """

    edition: PublishedEdition | None
    groups: dict[str, list[Entry]]
    held: dict[str, int]

    @property
    def anchor(self) -> str:
        """The name of its place on a page."""
        return self.edition.tag if self.edition else "since"


def entries(dataset: Dataset) -> list[Entry]:
    """Everything that changed since the first edition, the latest first."""
    by_rank = [entry for record in dataset.all_records() for entry in _numbered(record)]
    by_rank += _departures(dataset)
    by_rank.sort(key=lambda entry: (_rank(entry.kind), entry.type, entry.id, entry.number))
    return sorted(by_rank, key=lambda entry: entry.last_day, reverse=True)


def periods(dataset: Dataset) -> list[Period]:
    """The editions, the latest first; before them what is in none yet, if there is anything."""
    editions = sorted(
        dataset.editions.editions if dataset.editions else (), key=lambda e: _last_day(e.date)
    )
    by_edition: dict[str, list[Entry]] = {edition.date: [] for edition in editions}
    waiting: list[Entry] = []
    for entry in entries(dataset):
        home = next((e.date for e in editions if entry.last_day <= _last_day(e.date)), None)
        (waiting if home is None else by_edition[home]).append(entry)
    oldest_first = [
        Period(
            edition, grouped(by_edition[edition.date]), {} if number else _first(edition, dataset)
        )
        for number, edition in enumerate(editions)
    ]
    if waiting:
        oldest_first.append(Period(None, grouped(waiting), {}))
    return oldest_first[::-1]


def latest_changes(dataset: Dataset, most: int) -> list[Entry]:
    """At most `most` entries, the latest first."""
    return entries(dataset)[:most]


def grouped(changes: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries by kind, in the order in which they matter to a reader."""
    groups: dict[str, list[Entry]] = {}
    for entry in changes:
        groups.setdefault(entry.kind, []).append(entry)
    return {kind: groups[kind] for kind in sorted(groups, key=_rank)}


def _rank(kind: str) -> tuple[int, str]:
    return (ORDER.index(kind) if kind in ORDER else len(ORDER), kind)


def _numbered(record: Record) -> list[Entry]:
    if record.added is None and not record.history:
        return []
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    if record.added is not None:
        numbered.append(Entry(NEW, record.added, record.TYPE, record.id, record))
    for change in record.history:
        number = seen[change.kind, change.date]
        seen[change.kind, change.date] += 1
        numbered.append(
            Entry(change.kind, change.date, record.TYPE, record.id, record, change, number=number)
        )
    return numbered


def _departures(dataset: Dataset) -> list[Entry]:
    stones = dataset.tombstones.tombstones if dataset.tombstones else ()
    return [Entry(GONE, stone.date, stone.type, stone.id, stone=stone) for stone in stones]


def _first(edition: PublishedEdition, dataset: Dataset) -> dict[str, int]:
    """How many records of each type there were then: those that are left, and those now gone.

    A record that moved is one of those that are left.
    """
    last = _last_day(edition.date)
    held = Counter(
        record.TYPE
        for model in RECORD_TYPES
        if model is not Vocabulary
        for record in dataset.of(model).values()
        if record.added is None or _last_day(record.added) <= last
    )
    for entry in _departures(dataset):
        if entry.stone and entry.stone.fate != "moved" and entry.last_day > last:
            held[entry.type] += 1
    return {model.TYPE: held[model.TYPE] for model in RECORD_TYPES if held[model.TYPE]}


def _last_day(day: str) -> datetime.date:
    try:
        return parse(day).hi
    except DateError:  # `date-format` reports it
        return datetime.date.min
