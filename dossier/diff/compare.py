"""Two datasets compared: one function, and the only place that knows all the parts."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.dataset.snapshots import Snapshot
from dossier.diff import fates, grades, pages
from dossier.diff.look_too import look_too
from dossier.diff.model import Difference
from dossier.diff.passages import passages


def compare(base: Snapshot, head: Snapshot) -> Difference:
    """All that differs in meaning between two states of the data."""
    changes = fates.changes(base.dataset, head.dataset)
    moved = grades.moves(base.dataset, head.dataset)
    prose = passages(base.dataset, head.dataset, fates.all_renamed(base.dataset, head.dataset))
    return Difference(
        base.name,
        head.name,
        tuple(changes),
        tuple(moved),
        pages.affected(changes, moved, base.dataset, head.dataset),
        (*fates.unread(base.dataset, "base"), *fates.unread(head.dataset, "head")),
        _layout_only(base.dataset, head.dataset),
        prose,
        look_too(changes, prose, head.dataset),
    )


def _layout_only(base: Dataset, head: Dataset) -> tuple[str, ...]:
    """The files that differ, though their records say the same."""
    old = {record.document.path: record for record in base.all_records()}
    return tuple(
        record.document.path
        for record in head.all_records()
        if (before := old.get(record.document.path)) is not None
        and before.document.text != record.document.text
        and fates.as_tree(before) == fates.as_tree(record)
    )
