"""Every entry of the evidence has a record in the dataset, or a reason why it has none.

`coverage.tsv` keeps the mapping; the evidence itself is not part of the repository.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from tests.fixtures.trial import TRIAL

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"

# How many entries each part of the evidence holds: an entry that vanishes from the table shows.
ENTRIES = {
    ("elements.yml", "elements"): 77,
    ("elements.yml", "conflicts"): 20,
    ("elements.yml", "unverified_leads"): 27,
    ("obligations_assessments.yml", "obligations"): 42,
    ("obligations_assessments.yml", "assessments"): 66,
    ("obligations_assessments.yml", "risk_register_draft"): 9,
    ("obligations_assessments.yml", "standards"): 11,
    ("obligations_assessments.yml", "unverified_leads"): 26,
    ("updates_2026.yml", "new_elements"): 5,
    ("updates_2026.yml", "element_updates"): 11,
    ("updates_2026.yml", "new_assessments"): 33,
    ("updates_2026.yml", "obligation_updates"): 11,
    ("updates_2026.yml", "resolved_leads"): 13,
    ("updates_2026.yml", "searched_not_found"): 23,
    ("updates_completeness.yml", "new_elements"): 79,
    ("updates_completeness.yml", "element_updates"): 17,
    ("updates_completeness.yml", "new_assessments"): 10,
    ("updates_completeness.yml", "obligation_updates"): 1,
    ("updates_completeness.yml", "resolved_leads"): 11,
    ("updates_completeness.yml", "searched_not_found"): 26,
    ("updates_completeness.yml", "conflicts"): 15,
    ("updates_2026_11.yml", "new_elements"): 20,
    ("updates_2026_11.yml", "element_updates"): 26,
    ("updates_2026_11.yml", "new_assessments"): 26,
    ("updates_2026_11.yml", "obligation_updates"): 17,
    ("updates_2026_11.yml", "resolved_leads"): 41,
    ("updates_2026_11.yml", "searched_not_found"): 26,
}


def rows() -> Iterator[dict[str, str]]:
    with (HERE / "coverage.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(DATA)


def test_no_entry_of_the_evidence_is_missing_from_the_table() -> None:
    entries = {(row["file"], row["section"], row["id"]) for row in rows()}
    assert Counter((file, section) for file, section, _ in entries) == ENTRIES


def is_covered(row: dict[str, str], dataset: Dataset) -> bool:
    """Whether the entry has a record, perhaps under another id by now, or a reason for none."""
    kind, id_ = row["record type"], row["record"]
    if kind == "-":
        return len(row["remark"]) > 20
    return id_ in dataset.records.get(kind, {}) or (kind, id_) in dataset.stones


def test_every_entry_leads_to_a_record_that_exists_or_to_a_reason(dataset: Dataset) -> None:
    assert [row["id"] for row in rows() if not is_covered(row, dataset)] == []


def test_an_entry_whose_record_was_renamed_is_still_covered() -> None:
    trial = load(TRIAL)
    assert is_covered({"record type": "element", "record": "trial-plan"}, trial)
    assert not is_covered({"record type": "element", "record": "trial-plane"}, trial)


@pytest.mark.parametrize(
    ("record_type", "least"),
    [
        ("element", 193),
        ("obligation", 52),
        ("assessment", 124),
        ("risk", 9),
        ("dispute", 35),
        ("question", 73),
        ("article", 1),
        ("source", 739),
    ],
)
def test_the_dataset_does_not_shrink(dataset: Dataset, record_type: str, least: int) -> None:
    assert len(dataset.records[record_type]) >= least
