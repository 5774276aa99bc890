"""The reliability of a source is the grade of its criterion, or a note says why it is not."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset

WHY = (
    "The letters A to F are only worth something if like sources get like letters; the criteria "
    "are published so that anybody can check."
)
BAD = "reliability: B\nreliability_basis: commentary\n"
GOOD = "reliability: D\nreliability_basis: commentary\n"


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each grade that departs from its criterion without a word."""
    criteria = dataset.terms("reliability_criteria")
    for source in dataset.sources.values():
        criterion = criteria.get(source.reliability_basis)
        if (
            criterion is not None
            and criterion.grade is not None
            and source.reliability != criterion.grade
            and source.reliability_note is None
        ):
            yield Breach(
                source,
                ("reliability",),
                f"the criterion `{source.reliability_basis}` gives {criterion.grade}, "
                f"not {source.reliability}",
                f"write `reliability: {criterion.grade}`, choose another `reliability_basis`, "
                "or give the reason in `reliability_note:`",
            )
