"""References to ids that moved or were merged, mended in a file of data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dossier.dataset.old_ids import Stones, heir, referred
from dossier.dataset.validation import validate
from dossier.formatting import Fix
from dossier.model import Tombstones
from dossier.model.annotations import Mark
from dossier.parsing import documents
from dossier.parsing.nodes import Path as NodePath


def fix_of(stones: Stones) -> Fix:
    """A fix that writes the new id in the place of an old one."""

    def fix(value: str, marks: tuple[Mark, ...], path: NodePath) -> str:
        del path
        id_, sign, part = value.partition("#")
        for kind in filter(None, map(referred, marks)):
            if new := heir(kind, id_, stones):
                return new + sign + part
        return value

    return fix


def stones_below(data: Path) -> Stones:
    """The tombstones of a data folder; none where they cannot be read."""
    path = data / "tombstones.yml"
    if not path.is_file():
        return {}
    document, _ = documents.read(path, data)
    owner = validate(Tombstones, document)[0] if document else None
    return {(stone.type, stone.id): stone for stone in owner.tombstones} if owner else {}


@lru_cache(maxsize=4)
def moves_below(data: Path) -> Fix:
    """The fix for the files of a data folder."""
    return fix_of(stones_below(data))
