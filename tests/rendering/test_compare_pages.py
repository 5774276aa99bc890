"""Documents side by side: every column answers the same questions, in the words of its record."""

from __future__ import annotations

import re

import pytest

from dossier.dataset import Dataset
from dossier.model import Element, Obligation
from dossier.rendering.compare_pages import pages
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.side_by_side import columns, holding
from tests.making import dataset


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_row_has_a_cell_for_each_document(real: Dataset, language: str) -> None:
    renderer = Renderer(real, language, Settings())
    made = {page.url: page.html() for page in pages(renderer)}
    assert len(made) == len(real.about.side_by_side) + 2
    for one in real.about.side_by_side:
        html = made[f"compare/{one.id}.html"]
        number = len(one.elements) + len(one.obligations)
        assert 2 <= number <= 4
        rows = html.split("<tr>")[2:]
        assert all(row.count("<td>") == number for row in rows)
        assert f'href="{one.id}.html"' not in html
        assert f'compare/{one.id}.html"' in made["compare/index.html"]


def test_the_choice_holds_every_document_with_rungs_or_a_comparison(real: Dataset) -> None:
    renderer = Renderer(real, "en", Settings())
    page = next(page for page in pages(renderer) if page.url == "compare/choose.html")
    html = page.html()
    known: list[Element | Obligation] = [*real.elements.values(), *real.obligations.values()]
    wanted = {one.id for one in known if one.steps or holding(one, real)}
    offered = re.findall(r'name="ids"\s+value="([^"]+)"', html)
    assert len(offered) == len(set(offered))
    assert set(offered) == wanted
    rows = html.split("<tr>")[2:]
    assert all(row.count("<td>") == len(offered) for row in rows)
    assert page.scripts == ("compare.js",)
    assert 'id="chooser" method="get" hidden' in html, "without its script the form is not there"


def test_a_rung_is_dated_passed_or_not_found(real: Dataset) -> None:
    chosen = real.about.side_by_side[0]
    for column in columns(chosen, real):
        steps = {step.stage: step.date for step in column.document.steps}
        assert {rung: step.date for rung, step, _ in column.steps if step} == steps
        last = max(n for n, (_, step, _) in enumerate(column.steps) if step)
        assert [passed for _, _, passed in column.steps] == [
            n < last for n in range(len(column.steps))
        ]


def test_every_document_compared_leads_to_its_comparisons(real: Dataset) -> None:
    renderer = Renderer(real, "en", Settings())
    for one in real.about.side_by_side:
        for name in one.elements:
            element = real.of(Element)[name]
            assert one in holding(element, real)
            made = next(p for p in pages_of_records(renderer) if p.url == f"elements/{name}.html")
            html = made.html()
            assert f'href="../compare/{one.id}.html"' in html
            assert f'href="../compare/choose.html?ids={name}"' in html


def test_a_dossier_that_names_none_has_no_such_page() -> None:
    assert list(pages(Renderer(dataset(), "en", Settings()))) == []
