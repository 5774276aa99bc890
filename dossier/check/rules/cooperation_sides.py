"""An event of the cooperation has both sides among its parties."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import listed
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "Charts, tables and the chronology count the cooperation apart from its context. An event "
    "without a `scope` counts as cooperation."
)
BAD = "scope: cooperation\nparties:\n  - csto\n"
GOOD = "scope: context\nparties:\n  - csto\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each event of the cooperation in which a side has no part.

    Silent where the vocabulary of actors flags no sides, and on parties that it does not have.
    """
    actors, sides = dataset.terms("actors"), dataset.flagged("actors", "side")
    joint = dataset.flagged("actors", "joint")
    alone = dataset.flagged("kinds", "one_sided")
    if len(sides) < 2:
        return
    for element in dataset.of(Element).values():
        if element.scope != "cooperation" or not actors.keys() >= set(element.parties):
            continue
        present = {id_ if id_ in sides else actors[id_].state for id_ in element.parties}
        absent = [side for side in actors if side in sides - present]
        none_is_named = len(absent) == len(sides)
        if not absent or (none_is_named and joint & set(element.parties)):
            continue  # a body of all speaks for them, unless one of them stands beside it
        if element.kind in alone and not none_is_named:
            continue
        message = _("the event counts as cooperation, and no party of it belongs to {sides}")
        remedy = _("write `scope: context`, or name the parties that are missing")
        yield Problem(
            element, ("parties",), message.given(sides=listed(absent, either=True)), remedy
        )
