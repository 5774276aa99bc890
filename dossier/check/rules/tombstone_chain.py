"""A tombstone leads in one step to records that exist, as many as its fate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.dataset.old_ids import Stones, ends, retraction
from dossier.messages import Advice, _
from dossier.messages.phrases import NOUNS, listed, near
from dossier.model.tombstone import Tombstone
from dossier.parsing.nodes import Path

WHY = _(
    "Old addresses live on in other people's texts. A chain of moves, or a move to nowhere, "
    "breaks them; an id that both moved and exists shows two pages at one address."
)
BAD = """\
tombstones:
  - {type: element, id: plan-24, fate: moved, to: [plan-2024], date: 2026-01-10}
  - {type: element, id: plan-2024, fate: moved, to: [cooperation-plan-2024], date: 2026-02-01}
"""
GOOD = """\
tombstones:
  - {type: element, id: plan-24, fate: moved, to: [cooperation-plan-2024], date: 2026-01-10}
  - {type: element, id: plan-2024, fate: moved, to: [cooperation-plan-2024], date: 2026-02-01}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each tombstone that does not lead straight to what there is."""
    owner = dataset.tombstones
    if owner is None:
        return
    stones = dataset.stones
    unread = {stem for _, stem in unread_files(dataset)}
    for index, stone in enumerate(owner.tombstones):
        path: Path = ("tombstones", index)
        if stone.id in dataset.records[stone.type]:
            message = _("`{id}` has a tombstone, but the {what} still exists")
            message = message.given(id=stone.id, what=NOUNS[stone.type])
            remedy = _("delete the tombstone, or the record's file")
            yield Problem(owner, (*path, "id"), message, remedy)
        if fault := _wrong_number(stone):
            yield Problem(owner, (*path, "to" if stone.to else "fate"), *fault)
        for place, target in enumerate(stone.to):
            known = dataset.records[stone.type]
            if (stone.type, target) in stones:
                yield Problem(owner, (*path, "to", place), *_onward(stone.type, target, stones))
            elif target not in known and target not in unread:
                what = NOUNS[stone.type]
                message = _("there is no {what} `{name}`", what=what, name=target)
                remedy = near(target, known) or _("name an existing {what}", what=what)
                yield Problem(owner, (*path, "to", place), message, remedy)


def _onward(kind: str, target: str, stones: Stones) -> Advice:
    """What is wrong with a tombstone that leads to another one."""
    last = ends(kind, target, stones)
    if last:
        message = _("`{id}` has a tombstone itself", id=target)
        return message, _("write {words}", words=listed(last))
    if stones[kind, target].fate == "retracted":
        remedy = _("write `fate: retracted` and delete `to:`, or name the record in its place")
        return retraction(stones[kind, target]), remedy
    message = _("the tombstones of `{id}` lead round in a circle", id=target)
    return message, _("write the record that is meant")


def _wrong_number(stone: Tombstone) -> Advice | None:
    count = len(stone.to)
    if stone.fate == "retracted" and count:
        message = _("`retracted` names a record under `to:`")
        return message, _("delete `to:`, or write another `fate:`")
    if stone.fate in ("moved", "merged") and count != 1:
        message = _("`{fate}` must name one record under `to:`, and names {count}")
        message = message.given(fate=stone.fate, count=count)
        return message, _("name one; an id that became several was `split`")
    if stone.fate == "split" and count < 2:
        message = _("`split` must name two or more records under `to:`, and names {count}")
        return message.given(count=count), _("name them all, or write `moved`")
    return None
