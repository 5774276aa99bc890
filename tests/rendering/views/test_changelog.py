"""The change log: what belongs to which edition, told apart by kind, from the records alone."""

from __future__ import annotations

from typing import Any

from dossier.dataset import Dataset
from dossier.model import Editions, Element, Tombstones
from dossier.rendering.views.changelog import GONE, NEW, entries, latest_changes, periods
from tests.making import dataset, element, source, text


def changed(name: str, *notes: tuple[str, str], **fields: Any) -> Element:
    history = tuple({"date": day, "kind": kind, "note": text(day)} for day, kind in notes)
    return element(name, history=history, **fields)


def with_editions(made: Dataset, *days: str) -> Dataset:
    listed = [{"date": day, "note": text(day)} for day in days]
    made.editions = Editions.model_validate({"id": "editions", "editions": listed})
    return made


def with_stone(made: Dataset, id_: str, fate: str, day: str, *to: str) -> Dataset:
    stone = {"type": "element", "id": id_, "fate": fate, "to": to, "date": day,
             "reason": text("why")}  # fmt: skip
    made.tombstones = Tombstones.model_validate({"id": "tombstones", "tombstones": [stone]})
    return made


def told(made: Dataset) -> list[tuple[str, dict[str, list[str]]]]:
    return [
        (period.anchor, {kind: [e.id for e in some] for kind, some in period.groups.items()})
        for period in periods(made)
    ]


def test_a_change_belongs_to_the_first_edition_that_is_not_before_it() -> None:
    made = with_editions(
        dataset(changed("a", ("2026-11-22", "update"), ("2026-11-23", "update"))),
        "2026-11-22",
        "2027-02-01",
    )
    assert told(made) == [
        ("edition-2027-02-01", {"update": ["a"]}),
        ("edition-2026-11-22", {"update": ["a"]}),
    ]


def test_what_is_in_no_edition_yet_stands_first() -> None:
    made = with_editions(dataset(changed("a", ("2026-12-01", "update"))), "2026-11-22")
    assert [anchor for anchor, _ in told(made)] == ["since", "edition-2026-11-22"]


def test_without_later_changes_there_is_no_heading_for_them() -> None:
    made = with_editions(dataset(element("a")), "2026-11-22")
    assert told(made) == [("edition-2026-11-22", {})]


def test_a_correction_an_update_and_what_is_new_are_told_apart_and_corrections_come_first() -> None:
    made = dataset(
        changed("a", ("2026-12-01", "update")),
        changed("b", ("2026-12-01", "correction"), ("2026-12-01", "added")),
        element("c", added="2026-12-01"),
        source("d", added="2026-12-01"),
    )
    made = with_stone(made, "e", "retracted", "2026-12-01")
    assert told(made) == [
        ("since", {"correction": ["b"], NEW: ["c", "d"], "added": ["b"], "update": ["a"],
                   GONE: ["e"]}),
    ]  # fmt: skip


def test_a_record_of_the_first_edition_is_counted_and_not_listed() -> None:
    made = with_editions(
        dataset(element("a"), element("b", added="2026-12-01"), source("s")), "2026-11-22"
    )
    first = periods(made)[-1]
    assert first.held == {"element": 1, "source": 1}
    assert first.groups == {}


def test_a_record_that_was_there_and_is_gone_counts_for_the_first_edition() -> None:
    made = with_editions(dataset(element("a")), "2026-11-22")
    for fate, count in (("retracted", 2), ("merged", 2), ("split", 2), ("moved", 1)):
        held = periods(with_stone(made, "x", fate, "2026-12-01", "a"))[-1].held
        assert held == {"element": count}, fate
    assert periods(with_stone(made, "x", "retracted", "2026-11-01"))[-1].held == {"element": 1}


def test_only_the_first_edition_says_how_much_it_began_with() -> None:
    made = with_editions(dataset(element("a")), "2026-11-22", "2027-01-01")
    assert [period.held for period in periods(made)] == [{}, {"element": 1}]


def test_the_latest_comes_first_and_of_one_day_what_matters_most() -> None:
    made = dataset(
        changed("b", ("2026-11-20", "update"), ("2026-11-25", "update")),
        changed("a", ("2026-11-20", "translation"), ("2026-11-20", "correction")),
    )
    assert [(entry.day, entry.kind) for entry in entries(made)] == [
        ("2026-11-25", "update"), ("2026-11-20", "correction"), ("2026-11-20", "update"),
        ("2026-11-20", "translation"),
    ]  # fmt: skip


def test_two_changes_of_one_day_and_kind_are_two_entries() -> None:
    made = dataset(changed("a", ("2026-12-01", "update"), ("2026-12-01", "update")))
    assert [entry.number for entry in entries(made)] == [0, 1]


def test_no_more_are_shown_than_asked_for() -> None:
    made = dataset(changed("a", ("2026-12-01", "update"), ("2026-12-02", "update")))
    assert [entry.day for entry in latest_changes(made, 1)] == ["2026-12-02"]
    assert latest_changes(made, 0) == []


def test_records_without_changes_show_nothing() -> None:
    assert latest_changes(dataset(element("a")), 10) == []
    assert periods(dataset(element("a"))) == []


def test_a_day_that_cannot_be_read_stops_nothing() -> None:
    made = with_editions(dataset(changed("a", ("yesterday", "update"))), "2026-11-22")
    assert told(made) == [("edition-2026-11-22", {"update": ["a"]})]
