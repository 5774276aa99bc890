"""An element is no younger than every source of its leading claim."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import moment
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "What was published before the event can have announced it; it cannot have reported it. Mostly "
    "one of the two dates is mistaken."
)
BAD = "date: '2025-05'\nstage: held\n"
GOOD = "date: '2025-05'\nstage: planned\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element dated after the publication of all that it rests on.

    Silent on what has not happened yet, where a source has no date, and where one is the text of
    an act: databases of law go on adding notes to it.
    """
    acts = dataset.flagged("source_kinds", "document")
    ahead = dataset.flagged("stages", "ahead") | dataset.flagged("stages", "scheduled")
    for element in dataset.of(Element).values():
        day = moment(element.date)
        cited = [
            dataset.sources[cite.source]
            for cite in element.lead_claim.cites
            if cite.stance == "supports" and cite.source in dataset.sources
        ]
        published = [span for source in cited if (span := moment(source.published)) is not None]
        if element.stage in ahead or any(source.kind in acts for source in cited):
            continue
        checked = moment(element.checked)
        if day is None or not cited or len(published) < len(cited):
            continue
        if checked is not None and day.lo > checked.hi:
            continue  # `future-date` speaks of it
        if day.lo > max(span.hi for span in published):
            message = _("the element is dated after all the sources of its leading claim")
            remedy = _("correct the date, cite a later source, or give the stage that they show")
            yield Problem(element, ("date",), message, remedy)
