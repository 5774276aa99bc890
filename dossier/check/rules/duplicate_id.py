"""An id is given once: to one record of a type, and to one entry of a list."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Record
from dossier.parsing.nodes import Mapping, Node, Path, Scalar, Sequence

WHY = _("Links and citations name a record or a claim by its id; with two of them, one is lost.")
BAD = """\
claims:
  - id: signed
    text: {ru: План подписан в Анкаре.}
  - id: signed
    text: {ru: План подписан в январе.}
"""
GOOD = """\
claims:
  - id: signed-in-ankara
    text: {ru: План подписан в Анкаре.}
  - id: signed-in-january
    text: {ru: План подписан в январе.}
"""


TAKEN = _("give this entry an id of its own; keep the older one, since links may lead to it")


def file_id(record: Record) -> str:
    """The id that the name of the record's file gives it."""
    return record.document.path.rpartition("/")[2].removesuffix(".yml")


def is_copied(record: Record, dataset: Dataset) -> bool:
    """Whether the record bears the id of another file of its type."""
    return record.id != file_id(record) and record.id in dataset.records.get(record.TYPE, {})


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each id that stands a second time where it must stand once."""
    for record in dataset.all_records():
        if is_copied(record, dataset):
            message = _("`{id}.yml` already has the id `{id}`", id=record.id)
            remedy = _("write `id: {id}` here, or delete one of the two files", id=file_id(record))
            yield Problem(record, ("id",), message, remedy)
        for path, name, first in _repeated(record.document.root, ()):
            message = _("the id `{id}` is already taken on line {line}", id=name, line=first)
            yield Problem(record, path, message, TAKEN)


def _repeated(node: Node, path: Path) -> Iterator[tuple[Path, str, int]]:
    """Entries of any list below `node` whose id an earlier entry has, with the line of that."""
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            if not isinstance(value, Scalar):
                yield from _repeated(value, (*path, key))
    elif isinstance(node, Sequence):
        seen: dict[tuple[str, str], int] = {}
        for index, item in enumerate(node.items):
            if not isinstance(item, Mapping):
                continue
            id_ = item.values.get("id")
            if isinstance(id_, Scalar):
                # Tombstones of two record types may bear one id.
                kind = item.values.get("type")
                taken = (kind.value if isinstance(kind, Scalar) else "", id_.value)
                if taken in seen:
                    yield (*path, index, "id"), id_.value, seen[taken]
                seen.setdefault(taken, id_.mark.line)
            yield from _repeated(item, (*path, index))
