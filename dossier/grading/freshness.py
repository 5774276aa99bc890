"""Freshness: which records are to be looked at again, since when, and why.

A record is due when the interval of its themes has passed since it was last checked; of several
themes the shortest interval counts (`review_days` in `vocabulary/themes.yml`). What has no theme
of its own is checked as often as the elements that it names. A planned event is due as soon as
its day has passed, and an exception of the link check when it holds no longer.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.model import Element, Question, Record
from dossier.model.annotations import Ref
from dossier.model.walk import marked

DEFAULT_DAYS = 180
NEXT = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A record that is due for a check: the day since when, and what makes it due.

    `about` is the theme whose interval has passed, the date of the plan, or the address of the
    exception; `checked` and `days` are the day of the last check and the interval.
    """

    record: Record
    since: datetime.date
    why: Literal["interval", "plan", "exception"]
    about: str | None
    checked: datetime.date | None = None
    days: int | None = None

    @property
    def theme(self) -> str | None:
        """The theme whose interval has passed."""
        return self.about if self.why == "interval" else None


def due_records(dataset: Dataset, today: datetime.date) -> list[Due]:
    """Everything that is due on a day, the longest overdue first."""
    due = [entry for entry in (*_records(dataset), *_exceptions(dataset)) if entry.since <= today]
    return sorted(due, key=lambda e: (e.since, e.record.TYPE, e.record.id, e.about or ""))


def days_between_checks(record: Record, dataset: Dataset) -> int:
    """How many days may pass between two checks of a record."""
    return _interval(record, dataset)[0]


def _records(dataset: Dataset) -> Iterator[Due]:
    """Each record that has a day of its last check, with the day that it is due next."""
    for record in dataset.all_records():
        checked = _last_check(record)
        if checked is None:
            continue
        planned = _last_planned_day(record, dataset)
        if planned is not None and planned >= checked:
            yield Due(record, planned + NEXT, "plan", str(getattr(record, "date", "")), checked)
        else:
            days, theme = _interval(record, dataset)
            since = checked + datetime.timedelta(days=days)
            yield Due(record, since, "interval", theme, checked, days)


def _exceptions(dataset: Dataset) -> Iterator[Due]:
    owner = dataset.link_exceptions
    for exception in owner.exceptions if owner else ():
        if (last := _last_day(exception.until)) is not None:
            yield Due(owner, last + NEXT, "exception", exception.url)  # type: ignore[arg-type]


def _last_check(record: Record) -> datetime.date | None:
    """The day in `checked`, or that of the last search for an open question."""
    if isinstance(record, Question):
        days = [search.date for search in record.searches if record.state != "answered"]
    else:
        days = [day] if (day := getattr(record, "checked", None)) else []
    return max((day for text in days if (day := _last_day(text))), default=None)


def _last_planned_day(record: Record, dataset: Dataset) -> datetime.date | None:
    """The last day on which a planned event may take place."""
    scheduled = dataset.flagged("stages", "scheduled")
    if isinstance(record, Element) and record.stage in scheduled:
        return _last_day(record.date)
    return None


def _last_day(text: str) -> datetime.date | None:
    try:
        last = parse(text).hi
    except DateError:  # `date-format` reports it
        return None
    return None if last == datetime.date.max else last  # a span without an end has no last day


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
