"""A tombstone leads in one step to records that exist, as many as its fate asks for."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.dataset.validation import listed, near
from dossier.model.tombstone import Tombstone
from dossier.parsing.nodes import Path

WHY = (
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

Stones = dict[tuple[str, str], Tombstone]


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each tombstone that does not lead straight to what there is."""
    owner = dataset.tombstones
    if owner is None:
        return
    stones: Stones = {(stone.type, stone.id): stone for stone in owner.tombstones}
    unread = {stem for _, stem in unread_files(dataset)}
    for index, stone in enumerate(owner.tombstones):
        path: Path = ("tombstones", index)
        if stone.id in dataset.records[stone.type]:
            yield Breach(
                owner,
                (*path, "id"),
                f"`{stone.id}` has a tombstone, but the {stone.type} still exists",
                "delete the tombstone, or the record's file",
            )
        if found := _wrong_number(stone):
            yield Breach(owner, (*path, "to" if stone.to else "fate"), *found)
        for place, target in enumerate(stone.to):
            known = dataset.records[stone.type]
            if (stone.type, target) in stones:
                last = listed(_ends(stone.type, target, stones)) or "the record that is meant"
                message = f"`{target}` has a tombstone itself"
                yield Breach(owner, (*path, "to", place), message, f"write {last}")
            elif target not in known and target not in unread:
                message = f"there is no {stone.type} `{target}`"
                remedy = near(target, list(known)) or f"name an existing {stone.type}"
                yield Breach(owner, (*path, "to", place), message, remedy)


def _wrong_number(stone: Tombstone) -> tuple[str, str] | None:
    count = len(stone.to)
    if stone.fate == "retracted" and count:
        return "`retracted` names a record under `to:`", "delete `to:`, or write another `fate:`"
    if stone.fate in ("moved", "merged") and count != 1:
        return (
            f"`{stone.fate}` must name one record under `to:`, and names {count}",
            "name one; an id that became several was `split`",
        )
    if stone.fate == "split" and count < 2:
        return (
            f"`split` must name two or more records under `to:`, and names {count}",
            "name them all, or write `moved`",
        )
    return None


def _ends(kind: str, target: str, stones: Stones) -> list[str]:
    """Where a chain of tombstones ends at last; nowhere if it runs in a circle."""
    ends: dict[str, None] = {}
    open_, seen = [target], set()
    while open_:
        current = open_.pop()
        stone = stones.get((kind, current))
        if stone is None:
            ends[current] = None
        elif current not in seen:
            seen.add(current)
            open_.extend(reversed(stone.to))
    return list(ends)
