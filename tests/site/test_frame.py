"""The frame around the text: menu, path, contents, neighbours, the day of the edition."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.page_types import EVERY, PAGES, where

pytestmark = pytest.mark.slow

RECORDS = ("element", "risk", "scenario", "obligation", "source", "actor", "year", "record type",
           "picture", "compare")  # fmt: skip
APART = ("guide", "record type", "rules", "publishing", "macros")
MOST_SECTIONS = 7


def tree(site: Path, language: str, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / where(language, name)).read_text("utf-8"))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_readers_have_seven_sections_and_editors_one_apart(language: str, built_site: Path) -> None:
    for name in set(PAGES) - {"lost"}:
        page = tree(built_site, language, name)
        assert len(texts(page, ".md-tabs__item")) == MOST_SECTIONS + (name in APART), name
        # The guide's own folder needs no `editing/` to name it.
        assert name in APART or page.css_first(".ways a[href$='editing/index.html']") is not None
    guide = tree(built_site, language, "guide")
    assert len(texts(guide, ".md-tabs__item--active")) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", RECORDS)
def test_a_page_of_a_record_says_the_way_to_it_and_what_stands_beside_it(
    name: str, language: str, built_site: Path
) -> None:
    page = tree(built_site, language, name)
    way = [str(node.attributes["href"]) for node in page.css(".md-path a")]
    assert len(way) >= 2
    assert way[0].endswith("index.html")
    # Menu and tabs are shared by pages off the menu: they are open where the way leads through.
    (tab,) = page.css(".md-tabs__item--active a")
    (section,) = page.css(".md-nav--primary > ul > .md-nav__item--active")
    assert tab.attributes["href"] == way[1]
    assert way[1] in [link.attributes["href"] for link in section.css("a")]
    assert 1 <= len(page.css(".md-footer__link")) <= 2


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_every_page_says_its_edition_lists_its_sections_and_leads_to_its_twin(
    language: str, name: str, built_site: Path
) -> None:
    page = tree(built_site, language, name)
    if name == "lost":  # stands for any address
        return
    (line,) = texts(page, ".edition")
    assert len(re.findall(r"\b20\d\d\b", line)) == 2, "edition, and until when it was checked"
    (switch,) = page.css("a.language-switch")
    twin = posixpath.join(posixpath.dirname(where(language, name)), str(switch.attributes["href"]))
    other = {"ru": "en", "en": "ru"}[language]
    assert posixpath.normpath(twin) == where(other, name)
    assert switch.attributes["hreflang"] == switch.attributes["lang"] == other
    sections = [node.attributes["id"] for node in page.css("#main h2[id]")]
    if len(sections) <= 2 or name == "chronology":  # its years have a list of their own
        return
    linked = [str(node.attributes["href"]) for node in page.css(".md-sidebar--secondary a")]
    assert [f"#{name}" for name in sections] == [
        href for href in linked if href[1:] in set(sections)
    ]


def test_norms_stand_in_legal_order(built_site: Path) -> None:
    page = tree(built_site, "ru", "obligations")
    charter = [
        str(node.attributes["id"])
        for node in page.css(".obligations > li")
        if str(node.attributes["id"]).startswith("charter-article-")
    ]
    numbers = [int(name.rpartition("-")[2]) for name in charter]
    assert numbers == sorted(numbers)
    assert len(numbers) > 3
    after = tree(built_site, "ru", "obligations").html or ""
    assert after
    three = LexborHTMLParser((built_site / "obligations/charter-article-3.html").read_text("utf-8"))
    following = three.css_first("a.md-footer__link--next")
    assert following is not None
    assert str(following.attributes["href"]).endswith("charter-article-7.html")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_theme_says_its_numbers_before_its_essay(language: str, built_site: Path) -> None:
    page = tree(built_site, language, "theme")
    assert page.css_first("#main h2") is not None
    strip = page.css("#main h2 ~ .answer, #main h2 ~ * .answer"), page.css("#main .answer a")
    assert not strip[0]
    ids = {str(node.attributes["id"]) for node in page.css("#main [id]")}
    assert {str(link.attributes["href"])[1:] for link in strip[1]} <= ids


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_sentence_of_the_article_is_a_heap_of_links(language: str, built_site: Path) -> None:
    page = tree(built_site, language, "article")
    sentences = page.css(".ledger-claim > p")
    assert len(sentences) > 50
    assert max(len(sentence.css("a")) for sentence in sentences) <= 3
    assert page.css_first(".ledger-claim details.checked li a") is not None


def test_a_link_to_an_unsigned_text_names_where_it_stands(built_site: Path) -> None:
    for name in ("risk", "article", "people"):
        links = texts(tree(built_site, "ru", name), "#main a")
        assert [link for link in links if link.startswith("автор не назван")] == []


def test_no_page_asks_the_theme_for_what_its_script_alone_can_do(built_site: Path) -> None:
    for name in PAGES:
        scripts = [
            node.attributes.get("src") or "" for node in tree(built_site, "ru", name).css("script")
        ]
        assert not [source for source in scripts if "bundle" in source]
