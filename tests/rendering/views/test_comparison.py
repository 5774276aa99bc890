"""Comparators stand beside the cooperation, and are never counted as part of it."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.macros import Macros
from dossier.rendering.pdf.book import book
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.chronology import entry_of, facet_values
from dossier.rendering.views.comparison import comparison
from tests.making import dataset, element

MADE = dataset(
    element("own-later", "2020"),
    element("own", "2018", kind="arms_transfer"),
    element("plain-context", scope="context"),
    element("kyrgyz", "2021", kind="arms_transfer", scope="context", comparison="members-turkiye"),
    element("sometime", "19XX", scope="context", comparison="members-turkiye"),
    element("early", "1997", scope="context", comparison="members-turkiye"),
    element("nato", "2010", kind="arms_transfer", scope="context", comparison="kazakhstan-nato"),
)


def page(made: Dataset) -> str:
    return Macros(Renderer(made, "en"), "context/comparators.html").comparison()


def test_the_cooperation_comes_first_then_every_comparison_with_events() -> None:
    view = comparison(MADE)
    assert [(column.term, column.number) for column in view.columns] == [
        ("cooperation", 2),
        ("members-turkiye", 3),
        ("kazakhstan-nato", 1),
    ]


def test_every_column_has_a_cell_for_every_kind() -> None:
    view = comparison(MADE)
    assert view.kinds == ("exercise", "arms_transfer")
    for column in view.columns:
        assert [cell.kind for cell in column.cells] == ["exercise", "arms_transfer"]
    assert [column.cells[1].number for column in view.columns] == [1, 1, 1]


def test_the_events_of_a_cell_stand_by_year_and_those_without_one_last() -> None:
    cell = comparison(MADE).columns[1].cells[0]
    assert [year for year, _ in cell.years] == [1997, None]


def test_context_that_serves_no_comparison_is_left_out() -> None:
    shown = [
        entry.element.id
        for column in comparison(MADE).columns
        for cell in column.cells
        for entry in cell.entries
    ]
    assert sorted(shown) == sorted(set(MADE.elements) - {"plain-context"})


def test_a_comparison_named_by_the_cooperation_itself_counts_for_nothing() -> None:
    own = element("own", comparison="members-turkiye")
    assert own.compared_as is None
    assert [column.term for column in comparison(dataset(own)).columns] == ["cooperation"]


def test_the_facet_tells_comparators_from_other_context() -> None:
    def scope(name: str) -> tuple[str, ...]:
        return facet_values(entry_of(MADE.elements[name], MADE), MADE)["scope"]

    assert scope("kyrgyz") == ("comparison",)
    assert scope("plain-context") == ("context",)
    assert scope("own") == ("cooperation",)


def test_the_page_links_every_event_and_says_where_there_is_none() -> None:
    html = page(MADE)
    assert "../elements/kyrgyz.html" in html
    assert "No records." in html
    assert 'id="members-turkiye"' in html


def test_without_comparators_the_page_says_so() -> None:
    assert "There are no events for comparison yet." in page(dataset(element("own")))


def test_the_book_lists_comparators_without_the_cooperation() -> None:
    said = book(Renderer(MADE, "en"))["comparison"]
    assert [column["key"] for column in said] == [
        "comparison-members-turkiye",
        "comparison-kazakhstan-nato",
    ]
    assert [ref["key"] for ref in said[0]["kinds"][0]["entries"]] == [
        "element-early",
        "element-sometime",
    ]
