"""No two records tell one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _("An event that is told twice is counted twice, and its sources confirm each other.")
BAD = """\
# elements/plan-2025.yml and elements/cooperation-plan-2025.yml: the same day, kind, parties
# and sources
"""
GOOD = "# elements/cooperation-plan-2025.yml only; what the other one knew is a claim in it\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each event that shares day, kind, parties and most sources."""
    alike: dict[tuple[str, str, frozenset[str]], list[Element]] = defaultdict(list)
    for element in dataset.of(Element).values():
        earlier = alike[element.date, element.kind, frozenset(element.parties)]
        for other in earlier:
            shared = _sources(element) & _sources(other)
            if len(shared) * 2 >= max(len(_sources(element)), 1):
                message = _("`{other}` tells the same event", other=other.id)
                remedy = _("merge the two, or say in the titles what sets them apart")
                yield Problem(element, ("id",), message, remedy)
        earlier.append(element)


def _sources(element: Element) -> set[str]:
    return {cite.source for claim in element.claims for cite in claim.cites}
