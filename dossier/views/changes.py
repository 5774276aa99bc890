"""What is new: changes that records carry in their `history`, latest first."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Record
from dossier.model.history import Change


@dataclass(frozen=True, slots=True)
class Entry:
    """One change with the record it belongs to."""

    record: Record
    change: Change


def latest_changes(dataset: Dataset, most: int) -> list[Entry]:
    """At most `most` changes, latest first; of one day, in the order of types and ids."""
    found = [Entry(record, change) for record in dataset.all_records() for change in record.history]
    return sorted(found, key=lambda entry: entry.change.date, reverse=True)[:most]
