"""A look at a linked record: by pointer, focus and long press, and when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = "elements/anka-export-contract-2021.html"
LINK = "main a[href^='../elements/'][href$='.html']:visible"
BOX = ".preview"


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address + PAGE, wait_until="load")
    return page


def point_at(link: Locator) -> None:
    """Point at the link until the box is there: what is laid out late moves it from under."""
    box, tries = link.page.locator(BOX), 20
    while not box.is_visible() and (tries := tries - 1):
        link.page.mouse.move(0, 0)
        link.hover()
        link.page.wait_for_timeout(1_000)


def test_a_pointed_link_shows_what_stands_on_its_page(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address)
    link = page.locator(LINK).first
    point_at(link)
    box = page.locator(BOX)
    expect(box).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "preview")
    kinds = ("title", "text", "when", "grade")
    shown = [box.locator(f".preview-{kind}").inner_text() for kind in kinds]
    box.hover()  # it may be pointed at (WCAG 1.4.13)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    link.click()
    page.wait_for_load_state()
    behind = " ".join(page.locator("main").first.inner_text().split())
    for text in shown:
        assert " ".join(text.split()) in behind


def test_focus_shows_it_and_leaving_closes_it(address: str, context: BrowserContext) -> None:
    page = opened(context, address)
    link = page.locator(LINK).first
    page.keyboard.press("Tab")
    link.focus()
    expect(page.locator(BOX)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.locator("h1").first.click()
    expect(page.locator(BOX)).to_be_hidden()


def test_a_long_press_shows_it_and_stays_on_the_page(address: str, browser: Browser) -> None:
    phone = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = opened(phone, address)
    link = page.locator(LINK).first
    link.scroll_into_view_if_needed()
    link.dispatch_event("touchstart")
    expect(page.locator(BOX)).to_be_visible()
    assert page.locator(BOX).evaluate("box => box.getBoundingClientRect().right <= innerWidth")
    link.dispatch_event("touchend")
    link.click(force=True)
    assert page.url.endswith(PAGE)
    phone.close()


def test_there_is_none_on_reduced_data_and_from_a_folder(
    address: str, built_site: Path, context: BrowserContext
) -> None:
    saving = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    context.add_init_script(saving)
    page = opened(context, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(LINK).first.hover()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith(".html")] == []
    page.goto((built_site / PAGE).as_uri())
    page.locator(LINK).first.hover()
    assert page.locator(BOX).count() == 0
