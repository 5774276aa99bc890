"""Up to four documents are chosen for one table, and the address says which."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.site.visiting import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = "en/compare/choose.html"
FIRST, SECOND = "transit-agreement-2024", "military-transport-protocol-2024"
HEADS = "table.compare thead th"


def test_the_address_chooses_and_follows_the_choice(address: str, context: BrowserContext) -> None:
    visit = Visit(context, f"{address}{PAGE}?ids={FIRST},{SECOND},nonesuch")
    page = visit.page
    status = page.locator("#chooser [role=status]")
    expect(page.locator(f"{HEADS}:visible")).to_have_count(2)
    expect(status).to_contain_text("Documents shown: 2 of")
    expect(status).to_contain_text("nonesuch")
    page.locator("#chooser input:not(:checked)").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(f"{HEADS}:visible")).to_have_count(3)
    assert "ids=" in page.url
    assert page.url.count(",") == 2
    page.locator("#chooser input:not(:checked)").last.check()
    expect(page.locator("#chooser input:not(:checked):enabled")).to_have_count(0)
    row = page.locator("table.compare tbody tr").first
    expect(row.locator("td:visible")).to_have_count(4)
    assert not visit.complaints


def test_without_its_script_the_whole_table_is_there(address: str, browser: Browser) -> None:
    bare = browser.new_context(java_script_enabled=False)
    page = bare.new_page()
    page.goto(f"{address}{PAGE}?ids={FIRST}")
    expect(page.locator("#chooser")).to_be_hidden()
    assert page.locator(f"{HEADS}:visible").count() == page.locator("#chooser input").count() > 4
    bare.close()
