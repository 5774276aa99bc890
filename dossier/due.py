"""Freshness: which records are to be looked at again, and since when.

A record is due when the interval of its themes has passed since it was last checked; of several
themes the shortest interval counts (`review_days` in `vocabulary/themes.yml`). What has no theme
of its own is checked as often as the elements that it names.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dates import DateError, parse
from dossier.diff.fates import title_of
from dossier.model import Element, Question, Record
from dossier.model.annotations import Ref
from dossier.model.walk import marked

DEFAULT_DAYS = 180


@dataclass(frozen=True, slots=True)
class Due:
    """A record whose time has come: the day of the last check, the interval, and its theme."""

    record: Record
    checked: datetime.date
    days: int
    theme: str | None

    @property
    def since(self) -> datetime.date:
        """The day from which on it is due."""
        return self.checked + datetime.timedelta(days=self.days)

    def title(self, language: str) -> str:
        """What the record is called."""
        title = title_of(self.record)
        return str(title.get(language) or title["ru"]) if isinstance(title, dict) else str(title)


def due_records(dataset: Dataset, today: datetime.date) -> list[Due]:
    """Every record that is due on a day, the longest overdue first."""
    found = [entry for entry in _intervals(dataset) if entry.since <= today]
    return sorted(found, key=lambda entry: (entry.since, entry.record.TYPE, entry.record.id))


def _intervals(dataset: Dataset) -> Iterator[Due]:
    for record in dataset.all_records():
        checked = _last_check(record)
        if checked is not None:
            days, theme = _interval(record, dataset)
            yield Due(record, checked, days, theme)


def _last_check(record: Record) -> datetime.date | None:
    """The day in `checked`, or that of the last search for an open question."""
    if isinstance(record, Question):
        days = [search.date for search in record.searches if record.state != "answered"]
    else:
        days = [day] if (day := getattr(record, "checked", None)) else []
    read = []
    for day in days:
        try:
            read.append(parse(day).hi)
        except DateError:  # `date-format` reports it
            continue
    return max(read, default=None)


def _interval(record: Record, dataset: Dataset) -> tuple[int, str | None]:
    terms = dataset.terms("themes")
    known = [
        (days, theme)
        for theme in _themes(record, dataset)
        if theme in terms and (days := terms[theme].review_days)
    ]
    return min(known, default=(DEFAULT_DAYS, None), key=lambda pair: pair[0])


def _themes(record: Record, dataset: Dataset) -> list[str]:
    own = getattr(record, "themes", ())
    if own or isinstance(record, Element):
        return list(own)
    named = [value for _, value, mark in marked(record) if mark == Ref("element")]
    elements = [dataset.of(Element)[id_] for id_ in named if id_ in dataset.of(Element)]
    return list(dict.fromkeys(theme for element in elements for theme in element.themes))
