"""The search in a browser, opened and asked by tests."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

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


def count(tab: Page) -> int:
    told = tab.locator(".pf-summary")
    expect(told).not_to_contain_text("…")  # while it searches
    expect(told).to_contain_text(re.compile(r"\d"))
    return int(re.findall(r"\d+", told.inner_text())[-1])


def first_titles(tab: Page, number: int = 3) -> list[str]:
    expect(tab.locator(TITLES).first).to_be_visible()
    return tab.locator(TITLES).all_inner_texts()[:number]
