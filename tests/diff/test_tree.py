"""What differs between two values, by name and not by place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.diff.tree import Edit, edits, renamed_in


def found(old: Any, new: Any) -> list[tuple[str, str]]:
    return [("/".join(edit.path), edit.kind) for edit in edits(old, new)]


def test_an_entry_put_in_above_others_changes_nothing_about_them() -> None:
    old = {"claims": [{"id": "b", "rank": "normal"}]}
    new = {"claims": [{"id": "a", "rank": "normal"}, {"id": "b", "rank": "normal"}]}
    assert found(old, new) == [("claims/a", "added")]


def test_a_citation_is_known_by_its_source_and_by_its_place_where_it_has_several() -> None:
    one = {"source": "s", "locator": "lead"}
    two = {"source": "s", "locator": "end"}
    assert found({"cites": [one]}, {"cites": [two]}) == [("cites/s/locator", "changed")]
    assert found({"cites": [one]}, {"cites": [one, two]}) == [("cites/s, end", "added")]


def test_a_table_of_the_two_languages_is_no_text() -> None:
    old, new = ({"ru": {"label": label}, "en": {"label": "x"}} for label in "ab")
    assert found({"terms": old}, {"terms": new}) == [("terms/ru/label", "changed")]


def test_another_order_is_one_difference() -> None:
    assert found({"parties": ["a", "b"]}, {"parties": ["b", "a"]}) == [
        ("parties/(order)", "changed")
    ]


def test_a_text_is_one_value() -> None:
    (edit,) = edits({"title": {"ru": "А"}}, {"title": {"ru": "А", "en": "A"}})
    assert edit == Edit(("title",), {"ru": "А"}, {"ru": "А", "en": "A"})
    assert edit.is_translation
    (edit,) = edits({"title": {"ru": "А"}}, {"title": {"ru": "Б", "en": "A"}})
    assert not edit.is_translation


def test_equal_entries_are_told_apart() -> None:
    old = {"places": [{"ru": "А"}, {"ru": "А"}]}
    assert found(old, {"places": [{"ru": "А"}]}) == [("places/А (2)", "removed")]


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ({"x": "a"}, "entry"),
        ({"name": "a"}, "entry"),
        ({"text": {"ru": "А", "en": "A"}}, "А"),
        ({"name": {"ru": "Б"}, "text": {"ru": "А"}}, "Б"),
        ({"ru": "А", "en": "A"}, "А"),
        ({"value": 1, "date": "2020"}, "2020"),
        ({"fate": "moved", "type": "risk", "id": "a"}, "risk a"),
        ({"type": "risk", "id": "a"}, "a"),
        ({"source": "s", "locator": "end"}, "s"),
    ],
)
def test_an_entry_is_known_by_what_names_it(entry: Any, name: str) -> None:
    assert found({"items": ["-"]}, {"items": ["-", entry]}) == [(f"items/{name}", "added")]
    twice = found({"items": ["-"]}, {"items": ["-", entry, entry, entry]})
    assert [path for path, _ in twice] == [f"items/{name}{n}" for n in ("", " (2)", " (3)")]


def test_references_follow_what_moved_and_texts_do_not() -> None:
    value = {"element": "a", "claims": ["a#x", "b"], "text": {"ru": "a"}}
    assert renamed_in(value, {"a": "c"}) == {
        "element": "c",
        "claims": ["c#x", "b"],
        "text": {"ru": "a"},
    }


KEY = st.sampled_from(["id", "source", "ru", "en", "date", "text", "claims", "x"])
TREE: st.SearchStrategy[Any] = st.recursive(
    st.text(max_size=3) | st.booleans() | st.integers(0, 3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
    max_leaves=8,
)


@given(TREE, TREE)
def test_equal_values_have_no_difference_and_others_have_one(old: Any, new: Any) -> None:
    assert list(edits(old, old)) == []
    if old != new and str(old) != str(new):
        assert list(edits({"x": old}, {"x": new})) or _only_empty(old, new)


def _only_empty(old: Any, new: Any) -> bool:
    """Lists whose entries bear equal names, such as 1 and "1", are one value to a reader."""
    return isinstance(old, list | dict) and isinstance(new, list | dict)
