"""From the header to the footer by keyboard alone: everything is reached, seen and left again."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.site.page_types import where
from tests.site.visiting import KEEP_FEW

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 360, "height": 740}
ENOUGH = 12  # entries of a list: those that follow are reached like those before

# What can be reached, in reading order; of the radio buttons of a group only the chosen one.
REACHABLE = """() => [...document.querySelectorAll(
        'a[href], button, input, select, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false})
        && !e.disabled && e.tabIndex >= 0 && !(e.type === 'radio' && !e.checked))
    .map((e, index) => { e.dataset.reach = index; return index; })"""

# Where the focus is, whether its outline shows, and whether it is in the window and on top.
FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    // A link of a picture may hold a line that leads to its mark: its words are what is pressed.
    const box = (e.querySelector('text') ?? e).getClientRects()[0];
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    return {
        index: Number(e.dataset.reach), words: e.textContent.trim().slice(0, 60), tag: e.tagName,
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
            && top !== null && (e.contains(top) || top.contains(e)),
    };
}"""


@pytest.mark.parametrize(
    ("name", "language"),
    [("home", "ru"), ("home", "en"), ("element", "ru"), ("risk", "ru"), ("chronology", "en")],
)
def test_tab_leads_from_the_header_to_the_footer_past_everything(
    name: str, language: str, address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address + where(language, name))
    page.evaluate(KEEP_FEW, ENOUGH)
    reachable = page.evaluate(REACHABLE)
    path: list[dict[str, Any]] = []
    for _ in reachable:
        page.keyboard.press("Tab")
        path.append(page.evaluate(FOCUS))
    assert [step["index"] for step in path] == reachable
    assert [step for step in path if not step["outlined"]] == []
    assert [step for step in path if not step["seen"]] == []


def test_the_first_stop_skips_to_the_text(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(address + where("ru", "element"))
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address + where("ru", "method"))
    menu = page.locator(".md-sidebar--primary")
    button = page.locator(".md-header button[aria-expanded]")
    button.focus()
    expect(menu).to_be_hidden()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        assert menu.evaluate("menu => menu.contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()


def test_the_search_takes_the_focus_and_gives_it_back(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address + where("ru", "home"))
    page.locator(".search-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("pagefind-input input")).to_be_focused()
    inside = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        inside.add(focused_within_dialog(page))
    assert inside <= {True, None}
    page.keyboard.press("Escape")
    expect(page.locator(".search-button")).to_be_focused()


def focused_within_dialog(page: Page) -> bool | None:
    """True inside the dialog, None in the browser's own controls, false on the page behind."""
    where_now: bool | None = page.evaluate(
        "document.activeElement === document.body ? null"
        " : document.querySelector('dialog').contains(document.activeElement)"
    )
    return where_now
