"""The dialog of the search: conditions, keys, addresses, what it loads, where it cannot open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.site.searching import DIALOG, INPUT, TITLES, ask, asked, count, first_titles, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]


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
