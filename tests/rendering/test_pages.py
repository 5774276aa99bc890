"""Generated pages: every record has a page or a place where `links` says it stands."""

from __future__ import annotations

import re

import pytest

from dossier.dataset import Dataset
from dossier.rendering import addresses
from dossier.rendering.macros import Macros
from dossier.rendering.pages import Page, anchors
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.chronology import by_year, entry_of
from dossier.site.pages import generated


@pytest.fixture
def pages(renderer: Renderer) -> dict[str, Page]:
    return {page.url: page for page in generated(renderer)}


def test_every_record_has_a_page_or_a_place_on_one(
    pages: dict[str, Page], renderer: Renderer
) -> None:
    macros = Macros(renderer, "any.html")
    shared = {
        "assessments.html": macros.assessments(),
        "disputes.html": macros.disputes(),
        "questions.html": macros.questions(),
    }
    for record in renderer.dataset.all_records():
        if record.TYPE in addresses.PAGES and record.TYPE != "article":
            page, _, anchor = addresses.address_of(record).partition("#")
            if anchor:
                assert anchor in anchors(shared[page]), record.id
            else:
                assert page in pages, record.id


def test_an_article_stands_on_a_written_page_with_its_paragraphs(renderer: Renderer) -> None:
    html = Macros(renderer, "articles/trial-article.html").article("trial-article")
    assert addresses.paragraph("trial-article#P1").partition("#")[2] in anchors(html)


def test_every_claim_has_a_place_on_the_page_of_its_element(
    pages: dict[str, Page], renderer: Renderer
) -> None:
    for element in renderer.dataset.elements.values():
        for claim in element.claims:
            page, _, anchor = addresses.claim(f"{element.id}#{claim.id}").partition("#")
            assert anchor in anchors(pages[page].html())


def test_years_and_actors_have_pages(pages: dict[str, Page], renderer: Renderer) -> None:
    dataset = renderer.dataset
    entries = [entry_of(element, dataset) for element in dataset.elements.values()]
    for year in by_year(entries):
        assert addresses.year(year.number or 0) in pages
    for actor in dataset.terms("actors"):
        assert addresses.actor(actor) in pages


def test_both_languages_have_the_same_pages_in_the_same_order(trial: Dataset) -> None:
    russian, english = (
        [page.url for page in generated(Renderer(trial, language, Settings()))]
        for language in ("ru", "en")
    )
    assert russian == english


def test_no_address_is_given_twice(renderer: Renderer) -> None:
    urls = [page.url for page in generated(renderer)]
    assert len(urls) == len(set(urls))


def test_every_page_is_one_article_with_one_main_heading_and_ids_used_once(
    pages: dict[str, Page],
) -> None:
    for url, page in pages.items():
        html = page.html()
        assert len(re.findall(r"<h1[ >]", html)) == 1, url
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert sorted(ids) == sorted(set(ids)), url
        assert page.title, url
        assert page.description, url


def test_every_page_names_the_file_that_an_editor_changes(pages: dict[str, Page]) -> None:
    assert pages["elements/trial-plan-2019.html"].source == "data/elements/trial-plan-2019.yml"
    assert {page.source.partition("/")[0] for page in pages.values()} == {"data", "dossier"}


def test_a_page_is_made_from_a_markdown_file_of_the_same_name(pages: dict[str, Page]) -> None:
    assert pages["risks/trial-habits.html"].markdown_path == "risks/trial-habits.md"


def test_anchors_are_the_ids_of_tags_and_nothing_else() -> None:
    assert anchors('<p id="a">id="b"</p><h2 class="c" id="d&amp;e">x</h2>') == {"a", "d&e"}


def test_an_anchor_is_found_whatever_stands_before_it_in_its_tag() -> None:
    assert anchors("<p title='a > b' ID = c>x</p>") == {"c"}
