"""What a reviewer must judge, because no rule can: one list, for comments and for the template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dossier.diff.model import Difference

DEPARTURES = frozenset({"renamed", "merged", "split", "retracted", "removed"})  # fates
NATURES = {"correction": "corrections", "translation": "translations"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to judge; `when` names the changes that it belongs to."""

    when: frozenset[str]
    text: dict[str, str]


@cache
def checklist() -> tuple[Item, ...]:
    """The whole list, in its order."""
    text = resources.files("dossier.diff").joinpath("checklist.yml").read_text("utf-8")
    return tuple(
        Item(frozenset(entry["when"]), {"ru": entry["ru"], "en": entry["en"]})
        for entry in yaml.safe_load(text)
    )


def items_for(found: Difference) -> list[Item]:
    """What is to be judged of this change; nothing where nothing changed."""
    met = {"always"} if found.records or found.passages else set()
    if found.passages:
        met |= {"prose"}
    for change in found.records:
        met.add("departures" if change.fate in DEPARTURES else change.type)
        met |= {NATURES[nature] for nature in change.natures if nature in NATURES}
    return [item for item in checklist() if item.when & met]
