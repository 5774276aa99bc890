"""Edits that only follow a merge or a split: references that lead to the heir, claims that moved.

Nothing else is said by such an edit, so that a reviewer reads them together, in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.diff.tree import Edit, Value, renamed_in

Heirs = Mapping[str, tuple[str, ...]]  # the id of a record that went → the ids that it leads to


def marked(edits: Iterable[Edit], heirs: Heirs) -> tuple[Edit, ...]:
    """The edits; those that swap the reference to a departed record for one to its heir say so."""
    all_edits = list(edits)
    gone = {n: edit for n, edit in enumerate(all_edits) if edit.kind == "removed"}
    came = {n: edit for n, edit in enumerate(all_edits) if edit.kind == "added"}
    for number, edit in gone.items():
        for old in heirs:
            for heir in heirs[old]:
                wanted = renamed_in(edit.old, {old: heir})
                if wanted == edit.old:
                    continue
                for place, other in came.items():
                    if other.path[:-1] == edit.path[:-1] and other.new == wanted:
                        all_edits[number] = replace(edit, follows=(old, heir))
                        all_edits[place] = replace(other, follows=(old, heir))
    return tuple(_changed(edit, heirs) for edit in all_edits)


def _changed(edit: Edit, heirs: Heirs) -> Edit:
    """A single reference, such as the claim of a version, that leads to the heir now."""
    if edit.kind == "changed" and isinstance(edit.old, str):
        for old, into in heirs.items():
            for heir in into:
                if edit.old != edit.new == renamed_in(edit.old, {old: heir}):
                    return replace(edit, follows=(old, heir))
    return edit


def swaps(edits: Iterable[Edit]) -> dict[str, tuple[list[str], list[tuple[str, ...]]]]:
    """For each departed id the heirs that took its place, and the paths where they did."""
    by_departed: dict[str, tuple[list[str], list[tuple[str, ...]]]] = {}
    for edit in edits:
        if edit.follows:
            old, heir = edit.follows
            into, paths = by_departed.setdefault(old, ([], []))
            path = edit.path if edit.kind == "changed" else edit.path[:-1]
            into += [heir] if heir not in into else []
            paths += [path] if path not in paths else []
    return by_departed


def is_as_before(claim: Value, parents: Iterable[Value]) -> bool:
    """Whether a claim, as plain values, stood word for word in a record that went."""
    return any(claim == one for parent in parents for one in parent.get("claims", ()))
