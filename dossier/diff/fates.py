"""What became of every record: matched by id, and by tombstones where an id is gone."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Literal

from dossier.dataset import Dataset
from dossier.diff import follow, tree
from dossier.diff.model import (
    CHECKED,
    NEW_FACT,
    TRANSLATED,
    UNEXPLAINED,
    Fate,
    RecordChange,
    Unread,
)
from dossier.model import BY_TYPE, RECORD_TYPES, Record, Text, Tombstones, naming
from dossier.model.tombstone import Tombstone

_FATES: dict[str, Fate] = {
    "moved": "renamed",
    "merged": "merged",
    "split": "split",
    "retracted": "retracted",
}
# Fields that say how well a record is looked after, and nothing about its subject.
CARE = frozenset({"checked", "review", "accessed", "added", "history", "reliability_note"})
# Fields whose change needs no note to readers: the statement and its support stay what they were.
_MINOR = frozenset(
    {"locator", "shows", "quote", "credibility", "related", "themes", "note", "stage_note"}
    | {"date_note", "rank_reason", "archive_url", "elements", "indicators", "searches", "terms"}
)


def unread(dataset: Dataset, side: Literal["base", "head"]) -> list[Unread]:
    """The files that gave no record, each with the first thing that is wrong with it."""
    read = {record.document.path for record in dataset.all_records()}
    by_path: dict[str, Unread] = {}
    for finding in sorted(dataset.findings):
        if finding.path not in read and finding.path not in by_path:
            by_path[finding.path] = Unread(side, finding.path, finding.line, finding.message)
    return list(by_path.values())


def changes(base: Dataset, head: Dataset) -> list[RecordChange]:
    """Every record that came, went or changed, type by type, in the order of ids."""
    kinds = [model.TYPE for model in RECORD_TYPES]
    moved = all_renamed(base, head)
    heirs = {
        stone.id: stone.to
        for kind in kinds
        for stone in _departed(base, head, kind)
        if stone.id not in moved
    }
    return [change for kind in kinds for change in _of_type(kind, base, head, moved, heirs)]


def all_renamed(base: Dataset, head: Dataset) -> dict[str, str]:
    """The ids of every type that moved: old id → new id."""
    kinds = [model.TYPE for model in RECORD_TYPES]
    return {old: new for kind in kinds for new, old in renamed(base, head, kind).items()}


def renamed(base: Dataset, head: Dataset, kind: str) -> dict[str, str]:
    """The ids of one type that moved: new id → old id."""
    return {
        stone.to[0]: stone.id
        for stone in _departed(base, head, kind)
        if stone.fate == "moved" and len(stone.to) == 1 and stone.to[0] not in base.records[kind]
    }


def ancestors(base: Dataset, head: Dataset, kind: str) -> dict[str, list[str]]:
    """Where a record came from: its id → the ids that moved, split or merged into it."""
    came_from: dict[str, list[str]] = {}
    for stone in _departed(base, head, kind):
        for target in stone.to:
            came_from.setdefault(target, []).append(stone.id)
    return came_from


def _departed(base: Dataset, head: Dataset, kind: str) -> list[Tombstone]:
    """The tombstones of records that were there and are not there any more."""
    return [
        stone
        for stone in _stones(head, kind).values()
        if stone.id in base.records[kind] and stone.id not in head.records[kind]
    ]


def title_of(record: Record) -> tree.Value:
    """What a record is called, as plain values."""
    title = naming.title_of(record)
    return title.model_dump(exclude_none=True) if isinstance(title, Text) else title


def as_tree(record: Record) -> dict[str, tree.Value]:
    """The record as plain values, with the defaults of fields that are left out."""
    fields: dict[str, tree.Value] = record.model_dump(mode="json", exclude_none=True)
    return fields


def _stones(dataset: Dataset, kind: str) -> dict[str, Tombstone]:
    owner = dataset.tombstones or Tombstones(id="tombstones")
    return {stone.id: stone for stone in owner.tombstones if stone.type == kind}


def _of_type(
    kind: str, base: Dataset, head: Dataset, moved_ids: dict[str, str], heirs: follow.Heirs
) -> list[RecordChange]:
    old: dict[str, Record] = base.records[kind]
    new: dict[str, Record] = head.records[kind]
    moved = renamed(base, head, kind)
    parents = ancestors(base, head, kind)
    stones = _stones(head, kind)
    unread_before, unread_now = _broken(base, kind), _broken(head, kind)
    all_changes = []
    for id_ in sorted({*new, *(old.keys() - new.keys() - set(moved.values()))}):
        known = [old[parent] for parent in parents.get(id_, ())]
        if id_ in moved or (id_ in new and id_ in old):
            was = old[moved.get(id_, id_)]
            stone = stones.get(was.id) if id_ in moved else None
            change = _changed(was, new[id_], stone, moved_ids, known, heirs)
            if change.edits or change.fate == "renamed":
                all_changes.append(change)
        elif id_ in new and id_ not in unread_before:
            parent = known[0].id if known else None
            natures = (NEW_FACT,) if kind == "element" and not known else ()
            title = title_of(new[id_])
            all_changes.append(RecordChange(kind, id_, "added", title, parent, natures=natures))
        elif id_ in old and id_ not in unread_now:
            all_changes.append(_gone(old[id_], stones.get(id_)))
    return all_changes


def _broken(dataset: Dataset, kind: str) -> set[str]:
    """The ids of the files of one type that gave no record."""
    paths = [PurePosixPath(file.path) for file in unread(dataset, "head")]
    return {path.stem for path in paths if path.parent.name == BY_TYPE[kind].FOLDER}


def _gone(record: Record, stone: Tombstone | None) -> RecordChange:
    if stone is None:
        title = title_of(record)
        return RecordChange(record.TYPE, record.id, "removed", title, has_tombstone=False)
    return RecordChange(
        record.TYPE,
        record.id,
        _FATES[stone.fate],
        title_of(record),
        to=stone.to,
        reason=stone.reason.model_dump(exclude_none=True),
    )


def _changed(
    old: Record,
    new: Record,
    stone: Tombstone | None,
    moved: dict[str, str],
    parents: list[Record],
    heirs: follow.Heirs,
) -> RecordChange:
    """What differs between a record and its later self; `moved` are all ids that moved."""
    before, after = tree.renamed_in(as_tree(old), moved), as_tree(new)
    notes, earlier = after.pop("history", []), before.pop("history", [])
    known = [_gist(note) for note in earlier]
    history = tuple(note for note in notes if _gist(note) not in known)
    after.pop("id")
    before.pop("id")
    differences = (
        *follow.marked(tree.edits(before, after), heirs),
        # A change note that is gone, or reads otherwise, is a difference like any other.
        *(tree.Edit(("history", n["date"]), n, None) for n in earlier if n not in notes),
        *(tree.Edit(("history", n["date"]), None, n) for n in notes if n not in earlier),
    )
    inherited = {claim["id"] for parent in parents for claim in as_tree(parent).get("claims", ())}
    return RecordChange(
        new.TYPE,
        new.id,
        "renamed" if stone else "changed",
        title_of(new),
        old_id=old.id if stone else None,
        reason=stone.reason.model_dump(exclude_none=True) if stone else None,
        edits=differences,
        history=history,
        natures=_natures(differences, history, inherited),
    )


def _gist(note: dict[str, Any]) -> tuple[str, str, str]:
    """What makes a change note the same one, though its wording elsewhere was mended."""
    return note["date"], note["kind"], note["note"]["ru"]


def _natures(
    differences: tuple[tree.Edit, ...], history: tuple[dict[str, Any], ...], inherited: set[str]
) -> tuple[str, ...]:
    """What the change is towards readers; claims that were `inherited` are not new."""
    natures = dict.fromkeys(str(note["kind"]) for note in history)
    matter = [edit for edit in differences if edit.path[0] not in CARE]
    if any(edit.path[1] not in inherited for edit in matter if _is_new_claim(edit)):
        natures[NEW_FACT] = None
    if matter and all(edit.is_translation for edit in matter):
        natures[TRANSLATED] = None
    elif differences and not matter and not history:
        natures[CHECKED] = None
    elif not history and any(
        edit.kind != "added"
        and not edit.follows
        and edit.path[-1] != tree.REORDERED
        and not edit.is_translation
        and _MINOR.isdisjoint(edit.path)
        for edit in matter
    ):
        natures[UNEXPLAINED] = None
    return tuple(natures)


def _is_new_claim(edit: tree.Edit) -> bool:
    return edit.path[0] == "claims" and len(edit.path) == 2 and edit.kind == "added"
