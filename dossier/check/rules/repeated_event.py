"""One event is one element: no two have the date, the kind, the parties and the sources alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "An event that stands in the chronology twice counts twice, in every figure and under every "
    "risk that names it."
)
BAD = """\
# one-plan.yml
date: '2025-01-27'
kind: protocol_plan
parties: [kz-mod, tr-mod]
related: []
---
# the-same-plan.yml
date: '2025-01-27'
kind: protocol_plan
parties: [tr-mod, kz-mod]
related: []
"""
GOOD = """\
# one-plan.yml
date: '2025-01-27'
kind: protocol_plan
parties: [kz-mod, tr-mod]
related: []
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for the later of two elements, in the order of ids, that look like one."""
    alike: dict[tuple[object, ...], list[Element]] = defaultdict(list)
    for element in dataset.of(Element).values():
        alike[element.date, element.kind, frozenset(element.parties)].append(element)
    for group in alike.values():
        for one, other in combinations(group, 2):
            first, second = _sources(one), _sources(other)
            if 2 * len(first & second) > min(len(first), len(second)):
                message = _("`{other}` has the same date, kind, parties and sources", other=one.id)
                remedy = _("make one element of the two, or let the titles and dates part them")
                yield Problem(other, ("date",), message, remedy)


def _sources(element: Element) -> set[str]:
    return {cite.source for claim in element.claims for cite in claim.cites}
