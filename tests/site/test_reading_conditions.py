"""Nothing moves for a reader who wants no motion (success criterion 2.3.3 of WCAG 2.2)."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.page_types import BOTH, where

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESKTOP = {"width": 1280, "height": 1024}

MOVING = """limit => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after']
    .flatMap(part => {
        const style = getComputedStyle(e, part);
        return [style.transitionDuration, style.animationDuration].join().split(',');
    })).map(parseFloat).filter(seconds => seconds > limit)"""


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
