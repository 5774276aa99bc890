"""The real site as `dossier build` makes it: every page in both languages, and nothing amiss."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.dataset import Dataset
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.pages import generated
from tests.conftest import ROOT
from tests.site.reading import plain

# One worker reads the pages of the site and knows the dataset: a second one would only repeat it.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("built site")]

LANGUAGES = ("ru", "en")


def folder_of(language: str, site: Path) -> Path:
    return site if language == "ru" else site / language


def pages_of(language: str, site: Path) -> set[str]:
    folder = folder_of(language, site)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    return {name for name in found if language != "ru" or not name.startswith("en/")}


def tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_and_every_written_page_has_a_page(
    language: str, built_site: Path, real: Dataset
) -> None:
    written = ROOT / "docs" / language
    expected = {
        path.relative_to(written).with_suffix(".html").as_posix() for path in written.rglob("*.md")
    }
    expected |= {page.url for page in generated(Renderer(real, language, Settings()))}
    assert expected - pages_of(language, built_site) == set()


def test_both_languages_have_the_same_pages(built_site: Path) -> None:
    assert pages_of("ru", built_site) == pages_of("en", built_site)


def test_every_page_has_a_title_of_its_own_language_and_one_main_heading(
    built_site: Path,
) -> None:
    amiss = []
    for language in LANGUAGES:
        for name in sorted(pages_of(language, built_site)):
            page = tree(folder_of(language, built_site) / name)
            html, title = page.css_first("html"), page.css_first("title")
            headings = len(page.css("h1"))
            lang = html.attributes.get("lang") if html else None
            if lang != language or headings != 1 or not (title and title.text(strip=True)):
                amiss.append((language, name, lang, headings))
    assert amiss == []


def test_no_page_holds_a_trace_of_templates_or_of_the_machine_that_built_it(
    built_site: Path,
) -> None:
    traces = ("Traceback", "Macro Rendering Error", "jinja2.", "Undefined", str(ROOT), ".md)")
    found = []
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        if any(trace in html for trace in traces):
            # An example of the guide may show such text as code.
            text = re.sub(r"<pre.*?</pre>", "", html, flags=re.DOTALL)
            name = path.relative_to(built_site).as_posix()
            found += [(name, trace) for trace in traces if trace in text]
    assert found == []


def test_records_that_share_a_page_stand_at_the_places_that_links_name(
    built_site: Path, real: Dataset
) -> None:
    lost = []
    for language in LANGUAGES:
        ids: dict[str, Counter[str]] = {}
        for record in real.all_records():
            if record.TYPE in addresses.PAGES:
                page, _, anchor = addresses.address_of(record).partition("#")
                if page not in ids:
                    marked = tree(folder_of(language, built_site) / page).css("[id]")
                    ids[page] = Counter(str(node.attributes["id"]) for node in marked)
                if anchor and ids[page][anchor] != 1:
                    lost.append((language, page, anchor))
    assert lost == []


def test_every_citation_shows_its_source_in_both_languages(built_site: Path, real: Dataset) -> None:
    """`verify` asks for the address; a reader also needs the words that say what it shows."""
    silent = []
    for language in LANGUAGES:
        renderer = Renderer(real, language, Settings())
        for element in real.elements.values():
            main = tree(folder_of(language, built_site) / addresses.address_of(element)).root
            text = plain(main.text()) if main else ""
            for claim in element.claims:
                for cite in claim.cites:
                    shows = " ".join(renderer.text(cite.shows).striptags().split())
                    if shows not in text:
                        silent.append((language, element.id, cite.source))
    assert silent == []


def test_nothing_but_the_site_is_left_where_it_was_built(built_site: Path) -> None:
    assert [path.name for path in built_site.parent.iterdir()] == ["site"]
