"""The search in a browser: word forms of both languages, conditions, keys, what it loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.conftest import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


INPUT = "pagefind-input input"
DIALOG = "pagefind-modal dialog"
TITLES = ".search-title a"


def opened(context: BrowserContext, address: str, page: str = "index.html") -> Page:
    tab = context.new_page()
    tab.goto(address + page)
    tab.locator(".search-button").click()
    expect(tab.locator(DIALOG)).to_be_visible()
    return tab


def ask(tab: Page, words: str) -> None:
    """Type the words and wait for their answer."""
    tab.fill(INPUT, words)
    expect(tab.locator(".pf-summary")).to_contain_text(words)
    expect(tab.locator(".pf-summary")).not_to_contain_text("…")


def asked(context: BrowserContext, address: str, words: str, page: str = "index.html") -> Page:
    tab = opened(context, address, page)
    ask(tab, words)
    return tab


class Searches:
    """The open search of each home page, for tests that only ask: opening is what takes long."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._context, self._address = context, address
        self._tabs: dict[str, Page] = {}

    def asked(self, words: str, page: str = "index.html") -> Page:
        """The search with the answer for these words and nothing of an earlier one."""
        if page not in self._tabs:
            self._tabs[page] = opened(self._context, self._address, page)
        tab = self._tabs[page]
        tab.fill(INPUT, "")
        expect(tab.locator(TITLES)).to_have_count(0)
        ask(tab, words)
        return tab


@pytest.fixture(scope="module")
def searches(browser: Browser, address: str) -> Iterator[Searches]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield Searches(context, address)
    context.close()


def count(tab: Page) -> int:
    told = tab.locator(".pf-summary")
    expect(told).not_to_contain_text("…")  # while it searches
    expect(told).to_contain_text(re.compile(r"\d"))
    return int(re.findall(r"\d+", told.inner_text())[-1])


def first_titles(tab: Page, number: int = 3) -> list[str]:
    expect(tab.locator(TITLES).first).to_be_visible()
    return tab.locator(TITLES).all_inner_texts()[:number]


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


@pytest.mark.parametrize(("page", "root"), [("index.html", ""), ("en/index.html", "en/")])
def test_a_result_leads_to_its_page_in_the_same_language(
    page: str, root: str, address: str, context: BrowserContext
) -> None:
    tab = asked(context, address, "Otokar", page)
    tab.locator(".search-title a").first.click()
    tab.wait_for_load_state()
    assert tab.url.startswith(address + root)
    assert tab.locator("h1").count() == 1


def test_a_condition_narrows_the_results(address: str, context: BrowserContext) -> None:
    tab = asked(context, address, "соглашение")
    everything = count(tab)
    tab.locator("pagefind-filter-dropdown[filter=type] button").first.click()
    tab.locator("[role=option]", has_text="событие").click()
    expect(tab.locator(".pf-summary")).not_to_contain_text(str(everything))
    assert 0 < count(tab) < everything
    expect(tab.locator(".search-kind").first).to_have_text("событие")


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


def test_the_search_is_worked_by_keys_alone(address: str, context: BrowserContext) -> None:
    tab = context.new_page()
    tab.goto(address + "index.html")
    tab.keyboard.press("Control+KeyK")
    expect(tab.locator(INPUT)).to_be_focused()
    assert tab.locator(DIALOG).get_attribute("aria-label") == "Поиск"
    ask(tab, "Otokar")
    links = tab.locator("pagefind-results a")
    expect(links.first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    tab.keyboard.press("Escape")  # closes at once, whatever is typed
    expect(tab.locator(DIALOG)).to_be_hidden()
    expect(tab.locator(".search-button")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(INPUT)).to_be_focused()
    first = str(tab.locator(TITLES).first.get_attribute("href"))
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**{first}")


def test_the_address_opens_the_search_with_its_results(
    address: str, context: BrowserContext
) -> None:
    tab = context.new_page()
    tab.goto(address + "method.html?q=Otokar")
    assert "Otokar" in first_titles(tab, 5)[-1] + first_titles(tab)[0]
    ask(tab, "учений")
    tab.wait_for_url(re.compile("q=%D1%83"))
    tab.keyboard.press("Escape")
    expect(tab.locator(DIALOG)).to_be_hidden()
    tab.wait_for_url(lambda url: "q=" not in url)
    tab.goto(address + "chronology/index.html?q=Otokar")  # the filter's own question
    expect(tab.locator("#filters")).to_be_visible()
    assert tab.locator("pagefind-modal").count() == 0


def test_results_name_the_parts_of_a_page(searches: Searches) -> None:
    tab = searches.asked("Жаксылыков")
    part = tab.locator(".search-parts a").first
    expect(part).to_be_visible()
    assert "#" in str(part.get_attribute("href"))


def test_nothing_of_the_search_is_loaded_before_it_is_used(
    address: str, context: BrowserContext
) -> None:
    tab = context.new_page()
    wanted: list[str] = []
    tab.on("request", lambda request: wanted.append(request.url))
    tab.goto(address + "index.html")
    tab.wait_for_load_state("networkidle")
    heavy = [url for url in wanted if "pagefind" in url or url.endswith(("search.js", "words.js"))]
    assert heavy == []


def test_from_a_folder_the_way_to_the_search_leads_to_the_names(
    built_site: Path, context: BrowserContext
) -> None:
    tab = context.new_page()
    tab.goto((built_site / "elements" / "cooperation-plan-2025.html").as_uri())
    tab.locator(".search-button").click()
    tab.wait_for_url("**/names.html")
    expect(tab.locator(".names")).to_contain_text("Отокар")


def test_what_is_typed_is_never_read_as_markup(address: str, context: BrowserContext) -> None:
    tab = opened(context, address)
    tab.fill(INPUT, "<img src=x onerror=alert(1)>")
    expect(tab.locator(".search-note")).to_be_visible()
    assert tab.locator(f"{DIALOG} img").count() == 0


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


def test_the_dialog_fits_a_phone(address: str, context: BrowserContext) -> None:
    tab = asked(context, address, "соглашение")
    tab.set_viewport_size({"width": 320, "height": 640})
    dialog = tab.locator(DIALOG)
    assert dialog.evaluate("box => box.scrollWidth <= box.clientWidth")
    inside = dialog.bounding_box()
    close = tab.locator(".pf-modal-close").bounding_box()
    assert inside and close
    assert close["x"] + close["width"] <= inside["x"] + inside["width"]


def test_the_search_works_where_storage_is_closed(address: str, context: BrowserContext) -> None:
    closed = "{ get() { throw new DOMException('closed', 'SecurityError'); } }"
    context.add_init_script(f"Object.defineProperty(window, 'localStorage', {closed})")
    tab = asked(context, address, "учений")
    expect(tab.locator(".search-extract mark").first).to_be_visible()


def test_a_missing_page_offers_the_search_for_its_words(
    address: str, built_site: Path, context: BrowserContext, browser: Browser
) -> None:
    tab = context.new_page()
    shown = (address + "404.html", address + "elements/otokar-arma.html")
    tab.route(shown[1], lambda route: route.fulfill(path=built_site / "404.html"))
    tab.goto(shown[1])
    form = tab.locator("form[data-search-form]")
    expect(form.locator("input")).to_have_value("otokar arma")
    form.locator("button").click()
    assert first_titles(tab)
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(shown[0])
    page.fill("form[data-search-form] input", "Otokar")
    page.locator("form[data-search-form] button").click()
    page.wait_for_url("**/names.html?q=Otokar")
    plain.close()
