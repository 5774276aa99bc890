"""The day that stands for today where none is given, since the clock never gives one."""

from __future__ import annotations

import datetime

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.model.annotations import Edtf
from dossier.parsing.nodes import Path

_OUR_FIELDS = ("accessed", "checked", "added")
_OUR_LISTS = ("history", "searches", "tombstones", "editions")


def is_ours(path: Path) -> bool:
    """Whether a date tells of the work on the data, and not of what the data are about."""
    return path[-1] in _OUR_FIELDS or path[0] in _OUR_LISTS


def latest_day(dataset: Dataset) -> datetime.date:
    """The last day on which somebody worked on the data, as far as the data show."""
    return dataset.once(_latest_day)


def _latest_day(dataset: Dataset) -> datetime.date:
    days = []
    for _, path, value, _mark in dataset.marked(Edtf):
        if is_ours(path):
            try:
                moment = parse(value)
            except DateError:  # `date-format` reports it
                continue
            if not moment.open_start:
                # The end of a span may be yet to come; `future-date` holds it against this day.
                days.append(moment.lo if moment.is_interval else moment.hi)
    return max(days, default=datetime.date.max)
