"""No page bars a reader: axe-core on every type, wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.page_types import EVERY, where
from tests.site.visiting import COLOUR_RULES, KEEP_FEW, Visit, axe

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 360, "height": 740}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURLESS = ("color-contrast",)  # the slowest rule: colours are looked at on shortened pages


@pytest.fixture
def wide(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    yield made
    made.close()


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_axe_finds_no_barrier_on_a_page_of_any_type(
    language: str, name: str, address: str, wide: BrowserContext
) -> None:
    visit = Visit(wide, address + where(language, name))
    page = visit.page
    found = {}
    # The Russian page is gone through whole; the English one has the same parts.
    if language == "ru":
        found["whole page"] = visit.barriers(without=COLOURLESS)
    page.evaluate(KEEP_FEW, 4)
    found["wide, light"] = visit.barriers(only=COLOUR_RULES if language == "ru" else ())
    page.emulate_media(color_scheme="dark")
    found["wide, dark"] = visit.barriers(only=COLOUR_RULES)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    found["narrow, dark"] = visit.barriers(only=COLOUR_RULES)
    page.emulate_media(color_scheme="light")
    found["narrow, light"] = visit.barriers(only=() if language == "ru" else COLOUR_RULES)
    assert {form: faults for form, faults in found.items() if faults} == {}


def test_axe_finds_no_barrier_in_the_open_search(address: str, wide: BrowserContext) -> None:
    page = Visit(wide, address + "index.html").page
    page.locator(".search-button").click()
    page.fill("#search-text", "соглашение")
    expect(page.locator(".search-results li").first).to_be_visible()
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
    wide_page.locator(".menu-button").click()
    expect(wide_page.locator("#rail")).to_be_visible()
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
