"""An event is not dated after the sources that tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.grading.days import latest_day
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "A page cannot know what happened after it appeared: either the date is wrong, or the event "
    "was only announced."
)
BAD = "date: 2025-10-20  # the only source is of 14 October 2025\nstage: held\n"
GOOD = "date: 2025-10-20\nstage: planned\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each event that is later than every source of its leading claim."""
    latest = latest_day(dataset)  # what is later still is the business of `future-date`
    ahead = dataset.flagged("stages", "ahead")
    # A law in a database is published on its day and gains notes on later acts.
    documents = dataset.flagged("source_kinds", "document")
    for element in dataset.of(Element).values():
        span = moment(element.date)
        cites = [cite for cite in element.lead_claim.cites if cite.stance == "supports"]
        sources = [dataset.sources[c.source] for c in cites if c.source in dataset.sources]
        days = [moment(source.published) for source in sources]
        if span is None or element.stage in ahead or not days or None in days:
            continue
        if any(source.kind in documents for source in sources):
            continue
        last = max(day.hi for day in days if day is not None)
        if last < span.lo <= latest:
            message = _("{date} is later than every source of the leading claim", date=element.date)
            remedy = _("mend the date, cite a later source, or write a stage such as `planned`")
            yield Problem(element, ("date",), message, remedy)
