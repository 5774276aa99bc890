"""What the frame does for a reader, and what is left without scripts, storage or colours."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.site.page_types import where
from tests.site.visiting import SIDEWAYS, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}  # a desktop at 400 %
DESKTOP = {"width": 1280, "height": 900}
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('closed', 'SecurityError'); } });"""
SCHEME = "document.body.dataset.mdColorScheme"
# How wide Cyrillic text is in the fonts of the system that stand in for ours until they have come,
# by its width in ours. Only some of these fonts are on any one system.
WIDTHS = """async () => {
    const text = document.querySelector('#main').textContent.replace(/[^а-яё]/gi, ''), found = {};
    const pen = document.createElement('canvas').getContext('2d');
    const width = family => { pen.font = `100px "${family}"`; return pen.measureText(text).width; };
    for (const [file, standing] of [['dossier-serif', 'Serif'], ['golos-text', 'Sans']]) {
        const ours = new FontFace(file, `url(../assets/fonts/${file}-cyrillic.woff2)`);
        document.fonts.add(await ours.load());
        for (const face of document.fonts) {
            const name = face.family.replaceAll('"', '');
            if (!name.startsWith(`${standing} fallback`)) continue;
            if (await face.load().then(() => true, () => false))
                found[name] = width(name) / width(file);
        }
    }
    return found;
}"""


def opened(context: BrowserContext, url: str, size: dict[str, int] = DESKTOP) -> Page:
    page = context.new_page()
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(url)
    return page


@pytest.fixture
def bare(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without scripts."""
    made = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    yield made
    made.close()


def test_the_scheme_follows_the_system_until_one_is_chosen_and_is_remembered(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where("ru", "method"))
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    seen = []
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        seen.append(page.evaluate(SCHEME))
    assert seen == ["default", "slate", "slate"]  # light, dark, as the system has it
    page.locator("[data-md-component=palette] label:visible").click()
    page.goto(address + where("ru", "element"))
    assert page.evaluate(SCHEME) == "default"


def test_contents_follow_the_text_and_fold_on_a_phone(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where("ru", "risk"))
    contents = page.locator(".md-sidebar--secondary .contents")
    expect(contents.locator("a").first).to_be_visible()
    page.locator("#mechanism").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#mechanism').scrollIntoView()")
    expect(contents.locator("[aria-current]")).to_have_attribute("href", "#mechanism")
    phone = opened(context, address + where("ru", "risk"), PHONE)
    folded = phone.locator(".md-sidebar--secondary .contents")
    expect(folded.locator("a").first).to_be_hidden()
    phone.evaluate("scrollTo(0, 5000)")
    expect(folded.locator("summary")).to_be_in_viewport()
    folded.locator("summary").click()
    folded.locator("a[href='#legal']").click()
    expect(folded.locator("a").first).to_be_hidden()
    expect(phone.locator("#legal")).to_be_in_viewport()


def test_a_reader_who_turns_back_is_offered_the_top(address: str, context: BrowserContext) -> None:
    page = opened(context, address + where("ru", "obligations"))
    top = page.locator(".md-top")
    expect(top).to_be_hidden()
    page.evaluate("scrollTo(0, 4000)")
    page.evaluate("new Promise(requestAnimationFrame)")
    page.evaluate("scrollTo(0, 3500)")
    expect(top).to_be_visible()
    top.click()
    assert page.evaluate("scrollY") == 0


def test_an_abbreviation_is_explained_by_mouse_keyboard_and_touch(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where("ru", "method"))
    word, tip = page.locator("#main abbr").first, page.locator("[role=tooltip]")
    meaning = str(word.get_attribute("title"))
    word.hover()
    expect(tip).to_have_text(meaning)
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    word.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    word.dispatch_event("pointerenter", {"pointerType": "touch"})
    word.dispatch_event("pointerleave", {"pointerType": "touch"})
    expect(tip).to_be_visible()


def test_code_is_copied(address: str, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, address + where("ru", "guide"))
    code = page.locator("pre").first
    text = code.locator("code").text_content()
    code.locator("button").click()
    for _ in range(100):  # a browser writes to the clipboard when it comes to it
        if (copied := page.evaluate("navigator.clipboard.readText()")) == text:
            break
        page.wait_for_timeout(100)
    assert copied == text


def test_the_other_language_keeps_the_filters_and_the_place(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where("ru", "chronology") + "?kind=exercise#y2022")
    page.locator("a.language-switch").click()
    page.wait_for_url(address + where("en", "chronology") + "?kind=exercise#y2022")


def test_the_drawer_has_a_button_that_closes_it(address: str, context: BrowserContext) -> None:
    page = opened(context, address + where("ru", "element"), PHONE)
    menu = page.locator(".md-sidebar--primary")
    header = page.locator(".md-header").bounding_box()
    assert header is not None
    assert header["height"] < PHONE["height"] / 10
    page.locator(".md-header button[aria-expanded]").click()
    expect(menu).to_be_visible()
    page.locator(".drawer-close").click()
    expect(menu).to_be_hidden()


def test_without_scripts_the_menu_of_a_phone_opens_by_keyboard_and_touch(
    address: str, bare: BrowserContext
) -> None:
    page = bare.new_page()
    page.goto(address + where("ru", "element"))
    menu = page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(menu.locator("a[href$='risks/index.html']")).to_be_visible()
    page.locator("#__drawer").uncheck()
    page.locator(".md-header [for=__drawer]").click()
    menu.locator("a[href$='risks/index.html']").click()
    assert page.url == address + where("ru", "risks")


def test_without_scripts_nothing_stands_there_that_does_nothing(
    address: str, bare: BrowserContext
) -> None:
    page = bare.new_page()
    page.goto(address + where("ru", "chronology"))
    for dead in ("#filters", "[data-md-component=palette]", ".md-top", ".copy"):
        assert page.locator(f"{dead}:visible").count() == 0, dead


def test_without_scripts_the_scheme_is_that_of_the_system(
    address: str, bare: BrowserContext
) -> None:
    page = bare.new_page()
    page.goto(address + where("ru", "element"))
    page.emulate_media(color_scheme="dark")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(23, 21, 17)"


def test_a_browser_that_closes_its_storage_shows_the_page_and_changes_the_scheme(
    address: str, context: BrowserContext
) -> None:
    context.add_init_script(NO_STORAGE)
    visit = Visit(context, address + where("ru", "method"))
    visit.page.locator("[data-md-component=palette] label:visible").click()
    visit.page.locator("[data-md-component=palette] label:visible").click()
    assert visit.page.evaluate(SCHEME) == "slate"
    assert visit.complaints == []


def test_forced_colours_tell_the_page_one_is_on(address: str, context: BrowserContext) -> None:
    page = opened(context, address + where("ru", "method"))
    page.emulate_media(forced_colors="active")
    mark = "e => getComputedStyle(e, '::before').backgroundColor"
    current = page.locator(".md-nav--primary a.md-nav__link--active")
    other = page.locator(".md-nav--primary a.md-nav__link:not(.md-nav__link--active):visible").first
    assert current.evaluate(mark) != other.evaluate(mark)
    line = "e => getComputedStyle(e).borderBottomColor"
    tabs = page.locator(".md-tabs__item .md-tabs__link")
    colours = {tab.evaluate(line) for tab in tabs.all()}
    assert len(colours) == 2


@pytest.mark.parametrize("name", ["home", "element", "chronology"])
def test_the_script_of_a_page_is_small(name: str, built_site: Path) -> None:
    html = (built_site / where("ru", name)).read_text("utf-8")
    named = set(re.findall(r'<script[^>]*src="([^"]+)"', html))
    folder = (built_site / where("ru", name)).parent
    sent = sum(len(gzip.compress((folder / path.partition("?")[0]).read_bytes())) for path in named)
    assert sent <= (16_000 if name == "chronology" else 8_000)


def test_text_keeps_its_width_until_its_font_has_come(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + where("ru", "scenarios"))
    assert {name: w for name, w in page.evaluate(WIDTHS).items() if not 0.95 < w < 1.05} == {}


def test_nothing_needs_the_popover_of_a_newer_browser(built_site: Path) -> None:
    html = (built_site / where("ru", "element")).read_text("utf-8")
    assert "popover" not in html


# What a browser does that does not know a rule: it leaves it out with all that it holds.
UNKNOWN = re.compile(r"@container\b")
FORMS = """() => [...document.querySelectorAll('.picture-forms')]
    .filter(it => [...it.children].filter(form => form.checkVisibility()).length != 1)
    .map(it => it.parentElement.id)"""


def test_without_container_queries_pages_keep_to_one_column_at_any_width(
    address: str, context: BrowserContext
) -> None:
    def older(route: Route) -> None:
        sheet = route.fetch()
        text, known = UNKNOWN.subn("@unknown", sheet.text())
        dropped.append(known)
        route.fulfill(response=sheet, body=text)

    dropped: list[int] = []
    context.route("**/*.css", older)
    for name in ("home", "chronology", "element", "risk"):
        page = opened(context, address + where("ru", name), NARROWEST)
        page.keyboard.press("Shift")  # all of it is laid out
        found = [(page.evaluate(SIDEWAYS) > 0, page.evaluate(FORMS))]
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
        found.append((page.evaluate(SIDEWAYS) > 0, page.evaluate(FORMS)))
        assert found == [(False, []), (False, [])], name
    assert max(dropped) > 10
