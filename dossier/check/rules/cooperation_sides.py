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
        there = {id_ if id_ in sides else actors[id_].state for id_ in element.parties}
        absent = [side for side in actors if side in sides - there]
        if joint & set(element.parties) or not absent:
            continue
        if element.kind in alone and len(absent) < len(sides):
            continue
        message = _("the event counts as cooperation, and no party of it belongs to {sides}")
        remedy = _("write `scope: context`, or name the parties that are missing")
        yield Problem(
            element, ("parties",), message.given(sides=listed(absent, either=True)), remedy
        )
