"""The checklist: what its entries name exists, and one whose fields are untouched is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.diff.checklist import DEPARTURES, Item, checklist
from dossier.diff.model import Fate, RecordChange
from dossier.diff.tree import Edit
from dossier.model import RECORD_TYPES

SCHEMAS = Path(__file__).parents[2] / "schema"
OTHER = {"always", "prose", "corrections", "departures", "translations"}
TYPES = {model.TYPE for model in RECORD_TYPES}


def changed(fate: Fate, *natures: str) -> RecordChange:
    return RecordChange("risk", "trial", fate, {"ru": "Проба"}, natures=natures)


SOURCES = Item(frozenset({"element"}), frozenset({"cites"}), {})


@pytest.mark.parametrize("item", checklist(), ids=lambda item: item.text["en"][:30])
def test_what_an_entry_names_exists(item: Item) -> None:
    assert item.when <= OTHER | TYPES
    known = "".join(
        (SCHEMAS / f"{kind}.schema.json").read_text("utf-8") for kind in item.when & TYPES
    )
    assert not [field for field in item.fields if f'"{field}"' not in known]


@pytest.mark.parametrize(
    ("edit", "is_asked"),
    [
        (Edit(("claims", "held", "cites", "trial-agency"), None, {"source": "x"}), True),
        (Edit(("claims", "held"), None, {"cites": []}), True),
        (Edit(("checked",), "2026-11-20", "2026-11-21"), False),
        (Edit(("claims", "held", "cites", "a"), {"source": "a"}, None, ("a", "b")), False),
    ],
)
def test_a_question_is_asked_about_what_was_touched(edit: Edit, is_asked: bool) -> None:
    change = RecordChange("element", "trial", "changed", {"ru": "Проба"}, edits=(edit,))
    assert SOURCES.is_about(change) is is_asked


@pytest.mark.parametrize(
    ("when", "change", "is_asked"),
    [
        ("corrections", changed("changed", "correction"), True),
        ("corrections", changed("changed", "update"), False),
        ("translations", changed("changed", "translation"), True),
        ("risk", changed("added"), True),
        ("risk", changed("changed"), False),
        ("source", changed("added"), False),
        ("risk", changed("removed"), False),
    ],
)
def test_a_question_belongs_to_a_sort_of_change(
    when: str, change: RecordChange, is_asked: bool
) -> None:
    assert Item(frozenset({when}), frozenset(), {}).is_about(change) is is_asked


@pytest.mark.parametrize("fate", sorted(DEPARTURES))
def test_a_record_that_went_is_asked_about_its_address_only(fate: str) -> None:
    change = RecordChange("element", "trial", fate, {"ru": "Проба"})  # type: ignore[arg-type]
    asked = [item for item in checklist() if item.is_about(change)]
    assert [item.when for item in asked] == [frozenset({"departures"})]
