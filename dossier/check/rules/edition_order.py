"""Editions stand in the order of their days, each a whole day and none twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _(
    "Each change belongs to the first edition that is not before it. Two editions of one day, or "
    "an edition of some day in a month, would leave that open."
)
BAD = """\
editions:
  - {date: 2027-03, note: {ru: Второе издание., en: The second edition.}}
  - {date: 2026-11-22, note: {ru: Первое издание., en: The first edition.}}
"""
GOOD = """\
editions:
  - {date: 2026-11-22, note: {ru: Первое издание., en: The first edition.}}
  - {date: 2027-03-01, note: {ru: Второе издание., en: The second edition.}}
"""

WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each edition without a day, or not after the one above it."""
    owner = dataset.editions
    if owner is None:
        return
    before = ""
    for index, edition in enumerate(owner.editions):
        if moment(edition.date) is None:
            continue
        path = ("editions", index, "date")
        if not WHOLE_DAY.fullmatch(edition.date):
            message = _("`{date}` is not one whole day", date=edition.date)
            yield Problem(owner, path, message, _("write the day as in `2026-11-22`"))
        elif edition.date <= before:
            message = _("the edition of {date} stands after that of {before}")
            remedy = _("put the earliest edition first, each day once")
            yield Problem(owner, path, message.given(date=edition.date, before=before), remedy)
        else:
            before = edition.date
