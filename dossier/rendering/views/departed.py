"""Records that are gone, with what old links to them lead to now."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dataset.old_ids import ends
from dossier.model import Record
from dossier.model.tombstone import Tombstone


@dataclass(frozen=True, slots=True)
class Departed:
    """A record that is gone, and the records that old links to it lead to now."""

    stone: Tombstone
    heirs: tuple[Record, ...]

    @property
    def onward(self) -> Record | None:
        """The one record that a reader is sent on to at once."""
        single_heir = len(self.heirs) == 1 and self.stone.fate in ("moved", "merged")
        return self.heirs[0] if single_heir else None


def departed(dataset: Dataset) -> list[Departed]:
    """Every tombstone with its heirs, in the order of types and ids."""
    departures = []
    for (kind, id_), stone in sorted(dataset.stones.items()):
        known = dataset.records[kind]
        if id_ not in known:
            last = [known[name] for name in ends(kind, id_, dataset.stones) if name in known]
            departures.append(Departed(stone, tuple(last)))
    return departures


def departed_of(dataset: Dataset, kind: str) -> list[Departed]:
    """The records of one type that are gone and have no single heir to stand beside."""
    return [
        departure
        for departure in departed(dataset)
        if departure.stone.type == kind and departure.onward is None
    ]
