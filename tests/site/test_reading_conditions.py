"""A page stays readable as readers set their browsers: narrow, large letters, space, no motion.

Success criteria 1.4.4, 1.4.10, 1.4.12 and 2.3.3 of WCAG 2.2.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.page_types import BOTH, EVERY, where
from tests.site.visiting import SIDEWAYS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NARROWEST = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 1024}
NARROWEST_TEXT = 14  # pixels

# What is cut off: text wider or higher than a box that does not show what overflows.
CUT_OFF = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.clientWidth > 1 && e.checkVisibility())
    .filter(e => /hidden|clip/.test(getComputedStyle(e).overflow))
    .filter(e => e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2)
    .map(e => e.outerHTML.slice(0, 120))"""

# What moves sideways by itself must be reached by keyboard: by links in it, or itself with a name.
UNREACHABLE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.scrollWidth > e.clientWidth + 1)
    .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX))
    .filter(e => !e.querySelector('a[href], button, input'))
    .filter(e => e.tabIndex < 0 || !(e.ariaLabel || e.getAttribute('aria-labelledby')))
    .map(e => e.outerHTML.slice(0, 120))"""

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""

MOVING = """limit => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after']
    .flatMap(part => {
        const style = getComputedStyle(e, part);
        return [style.transitionDuration, style.animationDuration].join().split(',');
    })).map(parseFloat).filter(seconds => seconds > limit)"""


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_can_be_read_however_text_is_set(
    language: str, name: str, address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where(language, name), NARROWEST)
    faults = {"320 pixels wide": broken(page)}
    letters = page.locator("main p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert letters >= NARROWEST_TEXT
    page.evaluate(SPACED)
    faults["320 pixels wide with more space"] = broken(page)
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.evaluate("document.adoptedStyleSheets = []")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    faults["letters twice as large"] = broken(page)
    assert {condition: found for condition, found in faults.items() if found} == {}


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_nothing_moves_for_a_reader_who_wants_no_motion_and_little_for_others(
    language: str, name: str, address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where(language, name), DESKTOP)
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING, 0) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING, 0.15) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def opened(context: BrowserContext, url: str, size: dict[str, int]) -> Page:
    page = context.new_page()
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(url)
    return page


def broken(page: Page) -> list[str]:
    """What cannot be read: the page moves sideways, text is cut off, a part cannot be reached."""
    sideways = page.evaluate(SIDEWAYS)
    moved = [f"the page is {sideways} pixels too wide"] if sideways > 0 else []
    cut: list[str] = page.evaluate(CUT_OFF)
    unreachable: list[str] = page.evaluate(UNREACHABLE)
    return [*moved, *cut, *unreachable]
