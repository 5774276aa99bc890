"""What opens on a page bars no reader: axe-core on the search, the filters and the menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.visiting import COLOUR_RULES, KEEP_FEW, Visit, axe

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 360, "height": 740}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def wide(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    yield made
    made.close()


def test_axe_finds_no_barrier_in_the_open_search(address: str, wide: BrowserContext) -> None:
    page = Visit(wide, address + "index.html").page
    page.locator(".search-button").click()
    page.fill("pagefind-input input", "соглашение")
    expect(page.locator(".search-result").first).to_be_visible()
    page.evaluate(KEEP_FEW, 1)
    assert in_every_form(page) == {}


@pytest.mark.parametrize("view", ["cards", "lines", "table"])
def test_axe_finds_no_barrier_in_a_narrowed_chronology(
    view: str, address: str, wide: BrowserContext
) -> None:
    state = f"?kind=exercise&stage=held&q=учения&view={view}"
    page = Visit(wide, address + "chronology/index.html" + state).page
    expect(page.locator(".chip").first).to_be_visible()
    for facet in page.locator(".facet summary").all():
        facet.click()
    page.evaluate(KEEP_FEW, 12)
    assert in_every_form(page) == {}


def test_axe_finds_no_barrier_in_the_menu_of_a_phone(address: str, wide: BrowserContext) -> None:
    wide_page = Visit(wide, address + "method.html").page
    wide_page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    wide_page.locator(".md-header button[aria-expanded]").click()
    expect(wide_page.locator(".md-sidebar--primary")).to_be_visible()
    for scheme in SCHEMES:
        wide_page.emulate_media(color_scheme=scheme)
        assert axe(wide_page) == []


def in_every_form(page: Page) -> dict[str, list[str]]:
    """What axe finds on a page wide and narrow, light and dark."""
    found = {}
    for form, size in (("wide", WIDE), ("narrow", NARROW)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults = axe(page, only=() if scheme == "light" else COLOUR_RULES)
            if faults:
                found[f"{form}, {scheme}"] = faults
    return found
