"""What is new: the latest changes first."""

from __future__ import annotations

from dossier.model import Element
from dossier.views.changes import latest_changes
from tests.making import dataset, element, text


def changed(name: str, *days: str) -> Element:
    history = tuple({"date": day, "kind": "correction", "note": text(day)} for day in days)
    return element(name, history=history)


MADE = dataset(
    changed("b", "2026-11-20", "2026-11-25"),
    changed("a", "2026-11-22", "2026-11-20"),
)


def test_the_latest_change_comes_first_and_of_one_day_the_first_record() -> None:
    entries = [(entry.change.date, entry.record.id) for entry in latest_changes(MADE, 10)]
    assert [day for day, _ in entries] == ["2026-11-25", "2026-11-22", "2026-11-20", "2026-11-20"]
    assert entries[0][1] == "b"


def test_no_more_are_shown_than_asked_for() -> None:
    assert len(latest_changes(MADE, 2)) == 2
    assert latest_changes(MADE, 0) == []


def test_records_without_changes_show_nothing() -> None:
    assert latest_changes(dataset(element("a")), 10) == []
