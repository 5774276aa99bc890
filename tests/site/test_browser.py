"""The site as a browser shows it: over http and from the disk, with script and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.site.page_types import MAIN, PAGES, where
from tests.site.reading import plain
from tests.site.visiting import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Each of the main types, and the other language once: its pages come from the same templates.
SOME = [*(("ru", name) for name in MAIN), ("en", "home")]
FONTS = "() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"


def test_what_the_policy_refuses_would_be_seen(address: str, context: BrowserContext) -> None:
    visit = Visit(context, address + PAGES["method"])
    visit.page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))"
    )
    visit.page.evaluate("document.body.style.cssText = ''")
    visit.page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2:9/x.png'}))"
    )
    for _ in range(600):  # the policy forbids Playwright to wait by itself
        if len(visit.refused) > 1:
            break
        visit.page.wait_for_timeout(50)
    assert {words.split(":")[0] for words in visit.refused} == {"script-src-elem", "img-src"}
    assert any("Content Security Policy" in words for words in visit.complaints)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_searching_asks_nobody_else_and_breaks_no_policy(
    language: str, address: str, context: BrowserContext
) -> None:
    visit = Visit(context, address + where(language, "home"))
    visit.page.locator(".search-button").click()
    visit.page.fill("pagefind-input input", "Otokar")
    visit.page.locator(".search-result mark").first.wait_for()
    assert visit.complaints == []
    assert visit.refused == []
    assert visit.foreign(address) == []


@pytest.mark.parametrize(("language", "name"), SOME)
def test_a_page_opens_from_the_disk_and_its_links_lead_on(
    language: str, name: str, built_site: Path, context: BrowserContext
) -> None:
    visit = Visit(context, (built_site / where(language, name)).as_uri())
    # From the disk a browser refuses to load fonts ahead; it loads them when they are needed.
    assert [words for words in visit.complaints if "/assets/fonts/" not in words] == []
    visit.page.evaluate("document.fonts.ready")
    assert visit.page.evaluate(FONTS) != []
    assert [url for url in visit.asked if not url.startswith(("file:", "data:"))] == []
    link = visit.page.locator("main a[href$='.html']").first
    target = link.evaluate("a => a.href")
    visit.page.goto(target)
    assert visit.page.url.startswith(built_site.as_uri())
    assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize(("language", "name"), SOME)
def test_without_script_the_same_text_is_there(
    language: str, name: str, address: str, browser: Browser, context: BrowserContext
) -> None:
    bare = browser.new_context(java_script_enabled=False)
    try:
        plain_page = bare.new_page()
        plain_page.goto(address + where(language, name))
        without = plain(str(plain_page.locator("main").text_content()))
        visible = plain(plain_page.locator("main").inner_text())
    finally:
        bare.close()
    scripted = Visit(context, address + where(language, name)).page
    # What a script adds, such as controls of a filter, is of no use without it.
    missing = [
        words
        for words in sentences(str(scripted.evaluate(SAID_WITHOUT_CONTROLS)))
        if words not in without
    ]
    assert missing == []
    assert len(visible) > 400


SAID_WITHOUT_CONTROLS = """() => {
    const main = document.querySelector('main').cloneNode(true);
    main.querySelectorAll('form, button, [role=status], script').forEach(e => e.remove());
    return [...main.querySelectorAll('p, li, dd, td, h1, h2, h3')]
        .filter(e => !e.querySelector('p, li, dd, td, h1, h2, h3'))
        .map(e => e.textContent).join('\\u0000');
}"""


def sentences(text: str) -> list[str]:
    return [plain(words) for words in text.split("\0") if len(plain(words)) > 20]


def test_a_link_to_a_claim_shows_that_claim(address: str, context: BrowserContext) -> None:
    page = Visit(context, f"{address}{PAGES['element']}#clearances").page
    box = page.locator("#clearances").bounding_box()
    assert box is not None
    height = page.evaluate("window.innerHeight")
    assert 0 <= box["y"] < height
