"""Nothing has happened, appeared or been checked before its day has come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.grading.days import is_ours, latest_day
from dossier.messages import _
from dossier.model import Element
from dossier.model.annotations import Edtf

WHY = _(
    "A date in the future is a slip of the year, or a plan that is told as a fact. The day of "
    "the check is given with --today or SOURCE_DATE_EPOCH, or is the latest day in the data."
)
BAD = "date: 2027-05\nstage: held\nchecked: 2026-11-22\n"
GOOD = "date: 2027-05\nstage: planned\nchecked: 2026-11-22\n"


def check(dataset: Dataset, today: datetime.date | None = None) -> Iterator[Problem]:
    """Yield a problem for each date after the day on which its record was checked."""
    latest = today or latest_day(dataset)
    ahead = dataset.flagged("stages", "ahead")
    for record, path, value, _mark in dataset.marked(Edtf):
        span = moment(value)
        if span is None or path[-1] == "until":
            continue
        limit, message = latest, _("{date} is later than {limit}, the latest day in the data")
        if today:
            message = _("{date} is later than {limit}, the day of this check")
        remedy = _("mend the year, the month or the day")
        if path in (("date",), ("published",)):
            if getattr(record, "stage", "") in ahead:
                continue
            own = moment(getattr(record, "checked", None) or getattr(record, "accessed", None))
            if own and own.hi < latest:
                limit = own.hi
                message = _(
                    "{date} is later than {limit}, the day on which the record was last checked"
                )
            if isinstance(record, Element):
                remedy = _("mend the date or `checked`, or write a stage such as `planned`")
        # What went on for a while has happened by its first day; our own work is done by its last.
        day = span.hi if span.is_interval and is_ours(path) else span.lo
        if day > limit:
            yield Problem(record, path, message.given(date=value, limit=limit), remedy)
