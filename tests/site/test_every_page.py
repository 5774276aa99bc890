"""One visit to a page of every type: it opens clean, reads at any setting and bars nobody.

Success criteria 1.4.4, 1.4.10 and 1.4.12 of WCAG 2.2, and axe-core wide and narrow, light and
dark. Everything is looked at in one visit, since opening a page is what takes the time.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.effort import share
from tests.site.page_types import EVERY, MAIN, where
from tests.site.visiting import COLOUR_RULES, KEEP_FEW, SIDEWAYS, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 360, "height": 740}
PHONE = {"width": 412, "height": 823}  # the phone of Lighthouse
NARROWEST = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 1024}
NARROWEST_TEXT = 14  # pixels
TARGETS = ("target-size",)  # success criterion 2.5.8
# The rules that a narrow screen or another scheme may break; the others read the same document.
LAID_OUT = (*COLOUR_RULES, "target-size", "scrollable-region-focusable")
# So many of one kind beside each other are enough for what is wrong with their parts and colours.
FEW = 2 if share(1) <= 500 else 4  # more in `make prove`
# The English pages are made by the same templates: the main ones at each change, all in
# `make prove`.
FIRST = [one for one in EVERY if one[0] == "ru" or one[1] in MAIN]

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

# What takes longer than a limit in seconds to get where it goes.
MOVING = """limit => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after']
    .flatMap(part => {
        const style = getComputedStyle(e, part);
        return [style.transitionDuration, style.animationDuration].join().split(',');
    })).filter(seconds => parseFloat(seconds) > limit)"""

# Whether a part is laid out only when it comes into sight.
LATE = """() => [...document.querySelectorAll('main *')]
    .some(e => getComputedStyle(e).contentVisibility === 'auto')"""

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
UNSPACED = "document.adoptedStyleSheets = []"
LETTERS = "p => parseFloat(getComputedStyle(p).fontSize)"
SCALE = "size => { document.documentElement.style.fontSize = size }"


@pytest.mark.parametrize(
    ("language", "name"),
    [one if one in FIRST else pytest.param(*one, marks=pytest.mark.prove) for one in EVERY],
)
def test_a_page_of_any_type_opens_clean_reads_at_any_setting_and_bars_nobody(
    language: str, name: str, address: str, context: BrowserContext
) -> None:
    visit = Visit(context, address + where(language, name), PHONE)
    faults = {}
    if language == "ru" and visit.page.evaluate(LATE):  # the parts are the same in both
        # Nothing may cover what a finger aims at, even where what is far down is not laid out yet.
        faults["targets at first"] = visit.barriers(only=TARGETS)
    faults |= reading(visit.page)
    # By now everything that the page asks for by itself has come or has failed.
    faults |= opening(visit, address, language)
    # What follows works on the page from outside, which its own policy has no say in.
    complaints, refused = list(visit.complaints), visit.refused
    faults |= barriers(visit, name, whole=language == "ru")
    if name in MAIN:
        faults["moving"] = moving(visit.page)
    assert {condition: found for condition, found in faults.items() if found} == {}
    assert (visit.complaints, visit.refused) == (complaints, refused)


def opening(visit: Visit, address: str, language: str) -> dict[str, list[str]]:
    """What goes wrong when the page opens over http: errors, refusals, requests to others."""
    page = visit.page
    shown = page.locator("html").get_attribute("lang")
    titles = page.locator("h1").count()
    return {
        "complaints": list(visit.complaints),
        "refused by the policy": visit.refused,
        "asked of others": visit.foreign(address),
        "language": [] if shown == language else [str(shown)],
        "first headings": [] if titles == 1 else [f"{titles} of them"],
    }


def moving(page: Page) -> list[str]:
    """What moves for a reader who wants no motion, or slowly for another (criterion 2.3.3)."""
    found: list[str] = page.evaluate(MOVING, 0)  # the browser asks for no motion
    page.emulate_media(reduced_motion="no-preference")
    slow: list[str] = page.evaluate(MOVING, 0.15)
    page.emulate_media(reduced_motion="reduce")
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    return [*found, *slow, *([behaviour] if behaviour != "auto" else [])]


def reading(page: Page) -> dict[str, list[str]]:
    """What cannot be read on a narrow screen, with more space, with large letters."""
    faults: dict[str, list[str]] = {}
    page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    letters = page.locator("main p").first.evaluate(LETTERS)
    faults["small letters"] = [f"{letters} pixels"] if letters < NARROWEST_TEXT else []
    page.evaluate(SPACED)  # what fits with more space fits without it
    faults["320 pixels wide with more space"] = broken(page)
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.evaluate(UNSPACED)
    page.evaluate(SCALE, "200%")
    faults["letters twice as large"] = broken(page)
    page.evaluate(SCALE, "")
    return faults


def broken(page: Page) -> list[str]:
    """What cannot be read: the page moves sideways, text is cut off, a part cannot be reached."""
    sideways = page.evaluate(SIDEWAYS)
    moved = [f"the page is {sideways} pixels too wide"] if sideways > 0 else []
    cut: list[str] = page.evaluate(CUT_OFF)
    unreachable: list[str] = page.evaluate(UNREACHABLE)
    return [*moved, *cut, *unreachable]


def barriers(visit: Visit, name: str, *, whole: bool) -> dict[str, list[str]]:
    """What axe finds wide and narrow, light and dark.

    The Russian page is gone through `whole`; the English one has the same parts and colours, and
    is looked at once. What is wide only, or narrow only, is the frame, which all pages share: it
    is looked at in both schemes on the main ones.
    """
    page, faults = visit.page, {}
    page.evaluate("window.scrollTo(0, 0)")
    page.keyboard.press("Shift")  # from the first key on, what is out of sight is laid out, too
    if whole:
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        page.evaluate(KEEP_FEW, FEW)
        if name in MAIN:
            faults["axe, wide, light"] = visit.barriers(only=COLOUR_RULES)
        page.emulate_media(color_scheme="dark")
        faults["axe, wide, dark"] = visit.barriers()
        if name in MAIN:
            page.set_viewport_size(NARROW)  # type: ignore[arg-type]
            faults["axe, narrow, dark"] = visit.barriers(only=COLOUR_RULES)
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.evaluate(KEEP_FEW, FEW)
    faults["axe, narrow, light"] = visit.barriers(only=LAID_OUT if whole else ())
    return faults
