"""The site as a browser shows it: over http and from the disk, without script, on a phone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
)

from tests.site.reading import plain

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "home": "index.html",
    "chronology": "chronology/index.html",
    "theme": "themes/logistics-transit.html",
    "element": "elements/transit-agreement-2024.html",
    "risk": "risks/logistics-asymmetry.html",
    "article": "articles/mikhailov-2026.html",
}
BOTH = [(language, name) for language in ("ru", "en") for name in PAGES]
NARROW = {"width": 360, "height": 740}
FONTS = "() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visit:
    """A page that was opened, with what went wrong on it and what it asked for."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on(
            "response",
            lambda r: self.complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None,
        )
        self.page.goto(url, wait_until="load")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} {message.location['url']}")


def where(language: str, name: str) -> str:
    return ("en/" if language == "en" else "") + PAGES[name]


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_a_page_opens_over_http_without_complaint_and_asks_nobody_else(
    language: str, name: str, address: str, context: BrowserContext
) -> None:
    visit = Visit(context, address + where(language, name))
    visit.page.wait_for_load_state("networkidle")
    assert visit.complaints == []
    own = urlsplit(address).netloc
    foreign = [u for u in visit.asked if urlsplit(u).netloc != own and not u.startswith("data:")]
    assert foreign == []
    assert visit.page.locator("html").get_attribute("lang") == language
    assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize(("language", "name"), BOTH)
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


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_the_language_switch_leads_to_the_same_page_in_the_other_language(
    language: str, name: str, address: str, context: BrowserContext
) -> None:
    other = {"ru": "en", "en": "ru"}[language]
    page = Visit(context, address + where(language, name)).page
    page.locator(f"a.language-switch[hreflang={other}]").click()
    page.wait_for_load_state()
    assert page.url == address + where(other, name)
    assert page.locator("html").get_attribute("lang") == other


@pytest.mark.parametrize(("language", "name"), BOTH)
def test_a_page_can_be_read_on_a_narrow_screen_without_moving_sideways(
    language: str, name: str, address: str, browser: Browser
) -> None:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    try:
        page = Visit(context, address + where(language, name)).page
        assert page.evaluate(SIDEWAYS) <= 0
        size = page.locator("main p").first.evaluate(
            "p => parseFloat(getComputedStyle(p).fontSize)"
        )
        assert size >= 14
    finally:
        context.close()


@pytest.mark.parametrize(("language", "name"), BOTH)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "name"), BOTH)
def test_axe_finds_no_barrier(
    language: str, name: str, scheme: str, address: str, browser: Browser
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    try:
        page = Visit(context, address + where(language, name)).page
        results = Axe().run(page)
    finally:
        context.close()
    found = [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in results.response["violations"]
        for node in violation["nodes"][:3]
    ]
    assert found == []


def test_a_link_to_a_claim_shows_that_claim(address: str, context: BrowserContext) -> None:
    page = Visit(context, f"{address}{PAGES['element']}#clearances").page
    box = page.locator("#clearances").bounding_box()
    assert box is not None
    height = page.evaluate("window.innerHeight")
    assert 0 <= box["y"] < height
