"""An exception of the link check holds until its day; then somebody looks again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.grading.days import latest_day
from dossier.messages import _

WHY = _(
    "A page that refuses programs today may be gone tomorrow. An exception without an end would "
    "hide that for good. It is a warning, since time alone must not stop a publication."
)
BAD = """\
exceptions:
  - {url: 'https://example.org/a', reason: Turns away programs., until: '2026-01-31'}
"""
GOOD = """\
exceptions:
  - {url: 'https://example.org/a', reason: Turns away programs., until: '2027-01-31'}
"""
SEVERITY = "warning"
REMEDY = _("open the address; write a later day, mend the source, or delete the exception")


def check(dataset: Dataset, today: datetime.date | None = None) -> Iterator[Problem]:
    """Yield a problem for each exception whose last day has passed."""
    owner = dataset.link_exceptions
    for index, exception in enumerate(owner.exceptions if owner else ()):
        until = moment(exception.until)
        if owner is not None and until and until.hi < (now := today or latest_day(dataset)):
            message = _("the exception ended on {end}, and it is {now} now", end=until.hi, now=now)
            yield Problem(owner, ("exceptions", index, "until"), message, REMEDY)
