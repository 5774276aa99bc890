"""The steps of a document are rungs in time order, and its stage is not ahead of them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.dates.errors import DateError
from dossier.messages import _
from dossier.model import Element, Obligation

WHY = _(
    "The ladder of documents is drawn from the steps; a rung that the stage claims and no step "
    "shows would stand there as not found."
)
BAD = """\
stage: ratified
steps:
  - stage: signed
    date: '2018-09-13'
"""
GOOD = """\
stage: signed
steps:
  - stage: signed
    date: '2018-09-13'
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each step that is no rung or too early, and for a stage ahead of them."""
    rungs = dataset.flagged("stages", "rung")
    records: list[Element | Obligation] = [
        *dataset.of(Element).values(),
        *dataset.of(Obligation).values(),
    ]
    for record in records:
        last = None
        for index, step in enumerate(record.steps):
            place = ("steps", index)
            if step.stage not in rungs:
                message = _("`{stage}` is not a step of a document", stage=step.stage)
                remedy = _("try one of {words}", words=tuple(sorted(rungs)))
                yield Problem(record, (*place, "stage"), message, remedy)
            try:
                day = edtf.parse(step.date).hi
            except DateError:
                continue  # the rule date-format reports it
            if last is not None and day < last:
                message = _("the step of {date} stands after a later one", date=step.date)
                yield Problem(record, (*place, "date"), message, _("put the steps in time order"))
            last = day
        shown = {step.stage for step in record.steps}
        if record.steps and record.stage in rungs and record.stage not in shown:
            message = _("the stage is `{stage}`, and no step shows it", stage=record.stage)
            yield Problem(record, ("stage",), message, _("add the step, or mend the stage"))
