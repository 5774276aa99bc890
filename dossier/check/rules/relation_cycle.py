"""Relations of one kind do not run in a circle; only `see_also` may be mutual."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

WHY = _("No plan can follow one that follows it: one of the relations is the wrong way round.")
BAD = """\
# cooperation-plan-2025.yml
related: [{element: cooperation-plan-2024, relation: follows}]
---
# cooperation-plan-2024.yml
related: [{element: cooperation-plan-2025, relation: follows}]
"""
GOOD = """\
# cooperation-plan-2025.yml
related: [{element: cooperation-plan-2024, relation: follows}]
"""

MUTUAL = frozenset({"see_also"})

Ties = dict[str, dict[str, int]]


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each circle, at the relation that closes it."""
    elements = dataset.of(Element)
    by_relation: dict[str, Ties] = defaultdict(dict)
    for element in elements.values():
        for index, tie in enumerate(element.related):
            if tie.relation not in MUTUAL and tie.element != element.id:
                ties = by_relation[tie.relation].setdefault(element.id, {})
                ties.setdefault(tie.element, index)
    for relation, graph in sorted(by_relation.items()):
        for circle in _circles(graph):
            last, first = circle[-1], circle[0]
            if last not in elements:
                continue
            shown = " → ".join(f"`{key}`" for key in [*circle, first])
            path = ("related", graph[last][first], "element")
            message = _("`{relation}` runs in a circle: {circle}", relation=relation, circle=shown)
            remedy = _("delete the relation that is the wrong way round; a mere tie is `see_also`")
            yield Problem(elements[last], path, message, remedy)


def _circles(graph: Ties) -> Iterator[list[str]]:
    """One circle for each tie that leads back to where a walk came from."""
    done: set[str] = set()
    for start in sorted(graph):
        if start in done:
            continue
        # A walk without recursion, since chains can be longer than Python's stack.
        walk, on_walk = [start], {start}
        choices = [iter(sorted(graph.get(start, ())))]
        while walk:
            for following in choices[-1]:
                if following in on_walk:
                    yield walk[walk.index(following) :]
                elif following not in done:
                    walk.append(following)
                    on_walk.add(following)
                    choices.append(iter(sorted(graph.get(following, ()))))
                    break
            else:
                choices.pop()
                last = walk.pop()
                on_walk.discard(last)
                done.add(last)
