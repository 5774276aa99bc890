"""The search in a browser: word forms of both languages, conditions, keys, what it loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def asked(context: BrowserContext, address: str, words: str, page: str = "index.html") -> Page:
    tab = context.new_page()
    tab.goto(address + page)
    tab.locator(".search-button").click()
    expect(tab.locator("dialog.search-dialog")).to_be_visible()
    tab.fill("#search-text", words)
    expect(tab.locator(".search-status")).not_to_be_empty()
    return tab


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
    words: str, form: str, page: str, address: str, context: BrowserContext
) -> None:
    tab = asked(context, address, words, page)
    marks = tab.locator(".search-results mark")
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
    expect(tab.locator(".search-results li").first).to_be_visible()
    everything = int(re.findall(r"\d+", tab.locator(".search-status").inner_text())[0])
    options = tab.locator(".search-filters select[name=type] option").all_inner_texts()
    wanted = next(option for option in options if option.startswith("событие"))
    tab.locator(".search-filters select[name=type]").select_option(label=wanted)
    expect(tab.locator(".search-status")).not_to_have_text(re.compile(rf"\b{everything}\b"))
    expect(tab.locator(".search-results li").first).to_contain_text("событие")


def test_the_slash_opens_the_search_and_can_be_switched_off(
    address: str, context: BrowserContext
) -> None:
    tab = context.new_page()
    tab.goto(address + "index.html")
    tab.keyboard.press("/")
    dialog = tab.locator("dialog.search-dialog")
    expect(dialog).to_be_visible()
    expect(tab.locator("#search-text")).to_be_focused()
    tab.locator(".search-slash input").uncheck()
    tab.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    tab.keyboard.press("/")
    expect(dialog).to_be_hidden()


def test_nothing_of_the_search_is_loaded_before_it_is_used(
    address: str, context: BrowserContext
) -> None:
    tab = context.new_page()
    wanted: list[str] = []
    tab.on("request", lambda request: wanted.append(request.url))
    tab.goto(address + "index.html")
    tab.wait_for_load_state("networkidle")
    assert [url for url in wanted if "pagefind" in url or "search" in url] == []


def test_from_a_folder_the_dialog_says_why_there_is_no_search(
    built_site: Path, context: BrowserContext
) -> None:
    tab = context.new_page()
    tab.goto((built_site / "index.html").as_uri())
    tab.locator(".search-button").click()
    expect(tab.locator(".search-status")).to_contain_text("веб-сервер")


def test_what_is_typed_is_never_read_as_markup(address: str, context: BrowserContext) -> None:
    tab = asked(context, address, "<img src=x onerror=alert(1)>")
    assert tab.locator("dialog.search-dialog img").count() == 0


def test_an_extract_reads_like_the_page_it_comes_from(
    address: str, context: BrowserContext
) -> None:
    tab = asked(context, address, "беспилотников")
    line = tab.locator(".search-results li p:has(mark)").first
    expect(line).to_be_visible()
    parts = line.evaluate("line => [...line.childNodes].map(node => node.textContent)")
    for part, following in zip(parts[1::2], parts[2::2], strict=False):
        assert re.match(r"беспилотник\w*[.,:;»)]*$", part, re.IGNORECASE), part
        assert not following or following[0] in " \u00a0,.;:»)", (part, following)
    everything = tab.locator(".search-results").inner_text()
    assert "§" not in everything
    assert "Форма знака" not in everything


@pytest.mark.parametrize(
    ("words", "page", "aside"),
    [("беспилотников", "index.html", "источник"), ("drones", "en/index.html", "source")],
)
def test_what_the_dossier_says_comes_before_most_of_its_sources(
    words: str, page: str, aside: str, address: str, context: BrowserContext
) -> None:
    tab = asked(context, address, words, page)
    expect(tab.locator(".search-results li").first).to_be_visible()
    kinds = [line.inner_text() for line in tab.locator(".search-results .search-title").all()]
    sources = [kind for kind in kinds if kind.strip().endswith(aside)]
    assert len(sources) <= len(kinds) / 2, kinds


def test_the_dialog_fits_a_phone(address: str, context: BrowserContext) -> None:
    tab = asked(context, address, "соглашение")
    tab.set_viewport_size({"width": 320, "height": 640})
    dialog = tab.locator("dialog.search-dialog")
    assert dialog.evaluate("box => box.scrollWidth <= box.clientWidth")
    inside = dialog.bounding_box()
    close = tab.locator(".search-close").bounding_box()
    assert inside and close
    assert close["x"] + close["width"] <= inside["x"] + inside["width"]


def test_the_search_works_where_storage_is_closed(address: str, context: BrowserContext) -> None:
    closed = "{ get() { throw new DOMException('closed', 'SecurityError'); } }"
    context.add_init_script(f"Object.defineProperty(window, 'localStorage', {closed})")
    tab = asked(context, address, "учений")
    expect(tab.locator(".search-results mark").first).to_be_visible()
