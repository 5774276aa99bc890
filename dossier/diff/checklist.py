"""What a reviewer must judge, because no rule can: one list, for comments and for the template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dossier.diff.model import Difference, RecordChange
from dossier.diff.tree import Edit

DEPARTURES = frozenset({"renamed", "merged", "split", "retracted", "removed"})  # fates
NATURES = {"correction": "corrections", "translation": "translations"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to judge; `when` names the changes that it belongs to.

    Where `fields` are given, only a record of which one of them was touched belongs to it.
    """

    when: frozenset[str]
    fields: frozenset[str]
    text: dict[str, str]

    def is_about(self, change: RecordChange) -> bool:
        """Whether a changed record gives reason to judge this."""
        if change.fate in DEPARTURES:
            return "departures" in self.when
        own = [edit for edit in change.edits if not edit.follows]
        touched = not self.fields or self.fields & _touched(own)
        if change.type in self.when and (change.fate == "added" or (own and touched)):
            return True
        return bool(self.when & {NATURES.get(nature, "") for nature in change.natures})


def _touched(edits: Iterable[Edit]) -> set[str]:
    """The fields on the way to what was edited, and those within an entry that came or went."""
    steps = {step for edit in edits for step in edit.path}
    whole = [value for edit in edits for value in (edit.old, edit.new) if isinstance(value, dict)]
    return steps | {key for value in whole for key in value}


@cache
def checklist() -> tuple[Item, ...]:
    """The whole list, in its order."""
    text = resources.files("dossier.diff").joinpath("checklist.yml").read_text("utf-8")
    return tuple(
        Item(
            frozenset(entry["when"]),
            frozenset(entry.get("fields", ())),
            {"ru": entry["ru"], "en": entry["en"]},
        )
        for entry in yaml.safe_load(text)
    )


def items_for(difference: Difference) -> list[Item]:
    """What is to be judged of this change; nothing where nothing changed."""
    met = {"always"} if difference.records or difference.passages else set()
    if difference.passages:
        met |= {"prose"}
    return [
        item
        for item in checklist()
        if item.when & met or any(item.is_about(change) for change in difference.records)
    ]
