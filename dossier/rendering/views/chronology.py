"""The chronology: which elements, in which order, under which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.dates.edtf import Moment
from dossier.grading.grade import Grade, grade_claim
from dossier.model import Element
from dossier.rendering.views.disputes import disputes_of


@dataclass(frozen=True, slots=True)
class Filter:
    """What a page asks for; an empty field asks for everything.

    `since` and `until` are years; an element matches when its date overlaps them.
    """

    theme: str | None = None
    kind: str | None = None
    stage: str | None = None
    actor: str | None = None
    mode: str | None = None
    scope: str | None = "cooperation"
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One element as the chronology shows it."""

    element: Element
    moment: Moment
    grade: Grade
    disputed: bool

    @property
    def year(self) -> int | None:
        """The year it is filed under, or None when not even the year is known."""
        return self.moment.year if self.moment.knows_year else None


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year: those with no exact date first, as they have no place in it."""

    number: int | None
    undated: tuple[Entry, ...]
    dated: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of the year in the order shown."""
        return self.undated + self.dated


def select(dataset: Dataset, wanted: Filter) -> list[Entry]:
    """The elements that match, by date and id."""
    return [
        entry_of(element, dataset)
        for element in dataset.elements.values()
        if _matches(element, wanted, dataset)
    ]


def entry_of(element: Element, dataset: Dataset) -> Entry:
    """One element with its date, the grade of its lead claim, and whether a dispute is open."""
    known = dataset.once(_no_entries)
    if (entry := known.get(element.id)) is None or entry.element is not element:
        entry = known[element.id] = Entry(
            element,
            edtf.parse(element.date),
            grade_claim(element.lead_claim, dataset),
            bool(disputes_of([element], dataset).open),
        )
    return entry


def _no_entries(dataset: Dataset) -> dict[str, Entry]:
    """The entries of a dataset that were asked for already: pages ask for each many times."""
    del dataset
    return {}


def _matches(element: Element, wanted: Filter, dataset: Dataset) -> bool:
    return (
        (wanted.scope is None or element.scope == wanted.scope)
        and (wanted.theme is None or wanted.theme in element.themes)
        and wanted.kind in (None, element.kind)
        and wanted.stage in (None, element.stage)
        and wanted.mode in (None, element.mode)
        and (wanted.actor is None or _is_of(wanted.actor, element, dataset))
        and edtf.parse(element.date).overlaps(wanted.since, wanted.until)
    )


def _is_of(actor: str, element: Element, dataset: Dataset) -> bool:
    """Whether a party, or a state by one of its parties, takes part."""
    actors = dataset.terms("actors")
    return any(actor in (party, actors[party].state) for party in element.parties)


def by_year(entries: Iterable[Entry]) -> Iterator[Year]:
    """Entries grouped by year, oldest first; what has no year comes last."""
    ordered = sorted(entries, key=lambda entry: (entry.year is None, entry.year or 0))
    for number, group in groupby(ordered, key=lambda entry: entry.year):
        members = tuple(group)
        yield Year(
            number,
            tuple(entry for entry in members if not entry.moment.dated),
            tuple(entry for entry in members if entry.moment.dated),
        )


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet with the number of entries that have it."""

    value: str
    axis: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the chronology: a name in addresses, and the values that occur."""

    name: str
    options: tuple[Option, ...]


def facet_values(entry: Entry, dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """The values of an entry under every facet; a party counts for its state too."""
    element = entry.element
    actors = dataset.terms("actors")
    states = [actors[actor].state for actor in element.parties]
    return {
        "theme": element.themes,
        "kind": (element.kind,),
        "mode": (element.mode,),
        "stage": (element.stage,),
        "actor": tuple(dict.fromkeys([*element.parties, *(state for state in states if state)])),
        "corroboration": (entry.grade.corroboration,),
        "confidence": (entry.grade.confidence,),
        "scope": ("comparison" if element.compared_as else element.scope,),
        "disputed": ("yes" if entry.disputed else "no",),
    }


# Facet names are words of the address bar; the axis is the vocabulary that labels the values.
FACETS = {
    "theme": "themes",
    "kind": "kinds",
    "mode": "modes",
    "stage": "stages",
    "actor": "actors",
    "corroboration": "corroboration",
    "confidence": "confidence",
    "scope": "scopes",
    "disputed": "disputed",
}


def facets(entries: Iterable[Entry], dataset: Dataset) -> list[Facet]:
    """Every facet of the chronology with the values that occur."""
    return facets_of((facet_values(entry, dataset) for entry in entries), FACETS, dataset)


def facets_of(
    items: Iterable[dict[str, tuple[str, ...]]], axes: dict[str, str], dataset: Dataset
) -> list[Facet]:
    """Facets from the values of every item, in the order of the vocabularies in `axes`."""
    counts: Counter[tuple[str, str]] = Counter(
        (name, value) for item in items for name, values in item.items() for value in values
    )
    return [
        Facet(
            name,
            tuple(
                Option(value, axis, counts[name, value])
                for value in dataset.terms(axis)
                if counts[name, value]
            ),
        )
        for name, axis in axes.items()
    ]
