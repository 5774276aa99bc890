"""A day that is the first or the last of a year is explained."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.dates.edtf import Point
from dossier.messages import _
from dossier.model.annotations import Edtf

SEVERITY = "warning"
WHY = _(
    "Forms and databases turn a bare year into 1 January or 31 December. Few ministers sign on "
    "these days, so that a reader must be told when it is true."
)
BAD = "date: 2019-01-01\ndate_basis: signing\n"
GOOD = "date: 2019\ndate_basis: signing\n"

FIELDS = ("date", "published")  # the days of checks and changes are ours, and known


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each 1 January and 31 December that the record does not explain."""
    # Acts enter into force, and texts appear, on the first of January as a matter of course.
    expected = dataset.flagged("date_bases", "first_day")
    for record, path, value, _mark in dataset.marked(Edtf):
        if "-01-01" not in value and "-12-31" not in value:
            continue
        span = moment(value)
        if len(path) > 1 or path[0] not in FIELDS or span is None:
            continue
        explained = getattr(record, "date_basis", "") in expected or any(
            getattr(record, note, None) for note in ("date_note", "note")
        )
        edge = any(_is_edge(point) for point in (span.start, span.end))
        if edge and not explained:
            years = dict.fromkeys(point.value[:4] for point in (span.start, span.end) if point)
            note = "date_note" if hasattr(record, "date_note") else "note"
            message = _("`{date}` looks like a year that was filled up to a day", date=value)
            remedy = _(
                "if only the year is known, write {year}; if the day is right, say in `{note}` "
                "how it is known"
            )
            yield Problem(record, path, message, remedy.given(year="/".join(years), note=note))


def _is_edge(point: Point | None) -> bool:
    return point is not None and point.precision == "day" and point.value[5:] in ("01-01", "12-31")
