"""The reliability of a source is the grade of its criterion, or a note says why it is not."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _(
    "The letters A to F are only worth something if like sources get like letters; the criteria "
    "are published so that anybody can check."
)
BAD = "reliability: B\nreliability_basis: commentary\n"
GOOD = "reliability: D\nreliability_basis: commentary\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each grade that departs from its criterion without a word."""
    criteria = dataset.terms("reliability_criteria")
    for source in dataset.sources.values():
        criterion = criteria.get(source.reliability_basis)
        if (
            criterion is not None
            and criterion.grade is not None
            and source.reliability != criterion.grade
            and source.reliability_note is None
        ):
            basis, given, grade = source.reliability_basis, source.reliability, criterion.grade
            message = _("the criterion `{basis}` gives {grade}, not {given}")
            remedy = _(
                "write `reliability: {grade}`, choose another `reliability_basis`, "
                "or give the reason in `reliability_note:`"
            )
            message = message.given(basis=basis, grade=grade, given=given)
            yield Problem(source, ("reliability",), message, remedy.given(grade=grade))
