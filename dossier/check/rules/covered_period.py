"""The period that a plan is for does not end before the plan is made."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _("A plan for years gone by is mostly a year mistyped, and it stands in every comparison.")
BAD = "date: '2025-01-27'\ncovers: '2024'\n"
GOOD = "date: '2025-01-27'\ncovers: '2025'\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element whose period lies before its date."""
    for element in dataset.of(Element).values():
        period, date = moment(element.covers), moment(element.date)
        if period is not None and date is not None and period.hi < date.lo:
            message = _("the period ends before the plan is made")
            yield Problem(element, ("covers",), message, _("check the years, and the date"))
