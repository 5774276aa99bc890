"""Comparators beside the cooperation: the same kinds of event, column by column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dossier.dataset import Dataset
from dossier.rendering.views.chronology import Entry, Filter, select


@dataclass(frozen=True, slots=True)
class Cell:
    """The events of one kind in one column, year by year; those without a year come last."""

    kind: str
    years: tuple[tuple[int | None, tuple[Entry, ...]], ...]

    @property
    def number(self) -> int:
        """How many events the cell holds."""
        return len(self.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The events in their order."""
        return tuple(entry for _, entries in self.years for entry in entries)


@dataclass(frozen=True, slots=True)
class Column:
    """The cooperation or one comparison; `axis` names the vocabulary that labels the term."""

    axis: str
    term: str
    cells: tuple[Cell, ...]

    @property
    def number(self) -> int:
        """How many events the column holds."""
        return sum(cell.number for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The columns side by side; every column has a cell for every kind."""

    kinds: tuple[str, ...]
    columns: tuple[Column, ...]


def comparison(dataset: Dataset) -> Comparison:
    """The cooperation, then every comparison that has events; context without one is left out."""
    entries = select(dataset, Filter(scope=None))
    groups = {("scopes", "cooperation"): [e for e in entries if e.element.scope == "cooperation"]}
    for term in dataset.terms("comparisons"):
        groups["comparisons", term] = [e for e in entries if e.element.compared_as == term]
    shown = {name: members for name, members in groups.items() if members}
    occurring = {entry.element.kind for members in shown.values() for entry in members}
    kinds = tuple(kind for kind in dataset.terms("kinds") if kind in occurring)
    return Comparison(
        kinds,
        tuple(
            Column(axis, term, tuple(_cell(kind, members) for kind in kinds))
            for (axis, term), members in shown.items()
        ),
    )


def _cell(kind: str, entries: Iterable[Entry]) -> Cell:
    chosen = [entry for entry in entries if entry.element.kind == kind]
    chosen.sort(key=lambda entry: (entry.year is None, entry.year or 0))
    years = groupby(chosen, key=lambda entry: entry.year)
    return Cell(kind, tuple((year, tuple(group)) for year, group in years))
