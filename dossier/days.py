"""The day that stands for today where none is given, since the clock never gives one."""

from __future__ import annotations

import datetime

from dossier.dataset import Dataset
from dossier.dates import DateError, parse
from dossier.model.annotations import Edtf

_OUR_FIELDS = ("accessed", "checked", "added")
_OUR_LISTS = ("history", "searches", "tombstones", "editions")


def latest_day(dataset: Dataset) -> datetime.date:
    """The last day on which somebody worked on the data, as far as the data show."""
    found = []
    for _, path, value, mark in dataset.marks:
        if isinstance(mark, Edtf) and (path[-1] in _OUR_FIELDS or path[0] in _OUR_LISTS):
            try:
                found.append(parse(value).hi)
            except DateError:  # `date-format` reports it
                continue
    return max(found, default=datetime.date.max)
