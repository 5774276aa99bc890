"""What the search answers: word forms of both languages, other spellings, what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import PATIENCE
from tests.site.searching import TITLES, Searches, ask, count, first_titles

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def searches(browser: Browser, address: str) -> Iterator[Searches]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield Searches(context, address)
    context.close()


@pytest.mark.parametrize(
    ("words", "form", "page"),
    [
        ("учений", "учени[еяй]", "index.html"),
        ("Турции", "турци", "index.html"),
        ("беспилотников", "беспилотник", "index.html"),
        ("надежность", "надёжност", "index.html"),
        ("exercises", "exercise", "en/index.html"),
        ("ratified", "ratif", "en/index.html"),
    ],
)
def test_a_word_is_found_in_its_other_forms(
    words: str, form: str, page: str, searches: Searches
) -> None:
    tab = searches.asked(words, page)
    marks = tab.locator(".search-extract mark")
    expect(marks.first).to_be_visible()
    found = {mark.inner_text().lower() for mark in marks.all()}
    assert any(re.match(form, word) for word in found), found


@pytest.mark.parametrize(
    ("page", "words", "in_title"),
    [
        ("index.html", ("анка", "анку", "анки"), "ANKA"),
        ("index.html", ("Эфес",), "(?i)efes"),
        ("index.html", ("Отокар", "Отокара"), "Otokar"),
        ("index.html", ("Кабылан",), "Қабылан"),
        ("index.html", ("дрон", "БПЛА", "беспилотник"), "БПЛА|беспилотник"),
        ("index.html", ("Жаксылыков", "Jaqsylyqov"), ""),
        ("en/index.html", ("Anka", "анка"), "Anka"),
        ("en/index.html", ("Turkey", "Türkiye"), "Türkiye"),
        ("en/index.html", ("drone", "UAV"), "UAV|[Dd]rone"),
    ],
)
def test_another_spelling_leads_to_what_is_meant(
    page: str, words: tuple[str, ...], in_title: str, searches: Searches
) -> None:
    counts = []
    for word in words:
        tab = searches.asked(word, page)
        expect(tab.locator(".search-note")).to_be_hidden()
        titles = first_titles(tab)
        assert re.search(in_title, titles[0]), (word, titles)
        assert not any("Анкар" in title or "Ankara" in title for title in titles)
        counts.append(count(tab))
    assert min(counts) > 0
    assert max(counts) - min(counts) <= max(counts) * 0.02, counts
    assert "\u2060" not in tab.locator("pagefind-results").inner_text()


@pytest.mark.parametrize(
    ("page", "word", "said", "offered"),
    [
        ("index.html", "ксилофон", "Точных совпадений нет", None),
        ("index.html", "Кабыланн", "Точных совпадений нет", "Кабылан"),
        ("en/index.html", "xylophone", "No exact match", None),
    ],
)
def test_a_word_that_no_page_has_is_told_and_not_replaced(
    page: str, word: str, said: str, offered: str | None, searches: Searches
) -> None:
    tab = searches.asked(word, page)
    expect(tab.locator(".search-note")).to_contain_text(said)
    assert tab.locator(TITLES).count() == 0
    if offered:
        tab.locator(".search-offered button", has_text=offered).first.click()
        expect(tab.locator(".search-note")).to_be_hidden()
        assert "Қабылан" in first_titles(tab)[0]


def test_beginnings_and_words_left_out_are_told(searches: Searches) -> None:
    tab = searches.asked("соглаш")
    expect(tab.locator(".search-note")).to_contain_text("начинается так же: «соглаш»")
    ask(tab, "Otokar ксилофон")
    expect(tab.locator(".search-note")).to_contain_text("«ксилофон»")
    expect(tab.locator(".search-note")).to_contain_text("без этого слова")
    assert first_titles(tab)


def test_results_name_the_parts_of_a_page(searches: Searches) -> None:
    tab = searches.asked("Жаксылыков")
    part = tab.locator(".search-parts a").first
    expect(part).to_be_visible()
    assert "#" in str(part.get_attribute("href"))


def test_an_extract_reads_like_the_page_it_comes_from(searches: Searches) -> None:
    tab = searches.asked("беспилотников")
    line = tab.locator(".search-extract:has(mark)").first
    expect(line).to_be_visible()
    parts = line.evaluate("line => [...line.childNodes].map(node => node.textContent)")
    for part, following in zip(parts[1::2], parts[2::2], strict=False):
        assert re.match(r"(беспилотник\w*|БПЛА)[.,:;»)]*$", part, re.IGNORECASE), part
        assert not following or following[0] in " \u00a0,.;:»)", (part, following)
    everything = tab.locator("pagefind-results").inner_text()
    assert "§" not in everything
    assert "Форма знака" not in everything


@pytest.mark.parametrize(
    ("words", "page", "aside"),
    [("беспилотников", "index.html", "источник"), ("drones", "en/index.html", "source")],
)
def test_what_the_dossier_says_comes_before_most_of_its_sources(
    words: str, page: str, aside: str, searches: Searches
) -> None:
    tab = searches.asked(words, page)
    expect(tab.locator(".search-kind").first).to_be_visible()
    kinds = [line.inner_text() for line in tab.locator(".search-title").all()]
    sources = [kind for kind in kinds if kind.strip().endswith(aside)]
    assert len(sources) <= len(kinds) / 2, kinds
