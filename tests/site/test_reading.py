"""What readers do with a page: follow a chain, cite it, print it, find the year they are in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PREFIX = {"ru": "", "en": "en/"}
ELEMENT = "elements/cooperation-plan-2024.html"
RISK = "risks/logistics-asymmetry.html"
CHRONOLOGY = "chronology/index.html"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_element_shows_its_chain_and_its_own_place_in_it(
    language: str, address: str, context: BrowserContext
) -> None:
    page = opened(context, address + PREFIX[language] + ELEMENT)
    steps = page.locator(".lineage > li")
    assert steps.count() >= 4
    expect(page.locator(".lineage > [aria-current]")).to_contain_text("2024")
    steps.first.locator("a").click()
    page.wait_for_url("**/agreement-military-science-1994.html")


@pytest.mark.parametrize(("language", "sentence"), [("ru", "дата обращения"), ("en", "accessed")])
def test_a_citation_is_copied_with_the_address_and_the_day(
    language: str, sentence: str, address: str, context: BrowserContext
) -> None:
    context.grant_permissions(CLIPBOARD)
    here = address + PREFIX[language] + ELEMENT
    page = opened(context, here + "?x=1#claims")
    page.locator(".citing summary").click()
    page.locator(".citing dd .copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    title = page.locator("h1").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert copied.replace("\N{NO-BREAK SPACE}", " ").startswith(title)
    assert f"{here} ({sentence}" in copied
    page.locator(".citing dd .copy").nth(1).click()
    apa = page.evaluate("navigator.clipboard.readText()")
    assert apa.endswith(f" {here}")  # the version stands for the day of access
    page.locator(".citing [data-copy-link]").click()
    assert page.evaluate("navigator.clipboard.readText()") == here


def test_without_script_a_citation_is_there_and_no_button(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, address + ELEMENT)
    page.locator(".citing summary").click()
    expect(page.locator(".cite-text").first).to_contain_text("Издание по состоянию на")
    assert page.locator(".citing button:visible").count() == 0
    context.close()


def test_the_rail_says_which_year_is_being_read_and_counts_its_events(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + CHRONOLOGY + "#y2022")
    current = page.locator("nav.years [aria-current]")
    expect(current).to_have_text(re.compile("^2022"))
    shown = page.locator("ol[data-group=y2022] > li").count()
    assert str(shown) in current.inner_text()
    assert current.is_visible()


def test_on_a_narrow_screen_the_years_stay_in_reach_above_the_text(
    address: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = opened(context, address + CHRONOLOGY + "#y2022")
    rail = page.locator("nav.years").bounding_box()
    heading = page.locator("#y2022").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert header is not None
    assert rail is not None
    assert heading is not None
    assert abs(rail["y"] - header["height"]) < 2
    assert rail["y"] + rail["height"] <= heading["y"]
    context.close()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_without_script_a_reader_narrows_by_pages_of_facets(
    language: str, address: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, address + PREFIX[language] + CHRONOLOGY)
    page.locator(".facets-link a").click()
    for name in ("years", "by-kind", "by-stage", "by-theme", "by-actor"):
        assert page.locator(f"section[aria-labelledby={name}] a").count() > 1
    option = page.locator("a[href$='kind/exercise.html']")
    promised = int(option.locator("xpath=following-sibling::span").inner_text())
    option.click()
    assert page.locator(".event-lines > li").count() == promised
    context.close()


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "все записи"), ("?theme=exercises&from=2018", "Тема — Учения; с 2018")],
)
def test_paper_says_which_events_were_chosen(
    query: str, said: str, address: str, context: BrowserContext
) -> None:
    page = opened(context, address + CHRONOLOGY + query)
    selection = page.locator(".selection")
    expect(selection).to_be_hidden()
    page.emulate_media(media="print")
    expect(selection).to_contain_text(said)
    expect(page.locator("#filters")).to_be_hidden()


def test_paper_numbers_the_sources_and_lists_them_with_their_addresses(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + ELEMENT)
    assert page.locator(".endnotes").is_hidden()
    page.emulate_media(media="print")
    numbers = {
        int(re.findall(r"\d+", text)[0]) for text in page.locator(".note-number").all_inner_texts()
    }
    listed = page.locator(".endnotes li").all_inner_texts()
    assert numbers == set(range(1, len(listed) + 1))
    assert all("http" in line for line in listed)


def test_a_risk_is_drawn_and_said_in_a_list(address: str, context: BrowserContext) -> None:
    page = opened(context, address + RISK)
    links = page.locator(".chain > li").count()
    assert page.locator(".bowtie .dot").count() == links
    assert page.locator(".bowtie .dot[data-assumption]").count() == (
        page.locator(".chain > li.assumption").count()
    )
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".bowtie")).to_be_hidden()
    expect(page.locator(".chain")).to_be_visible()


def test_a_row_that_tells_hypotheses_apart_says_so_in_words(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + RISK)
    rows = page.locator("table.ach tr.diagnostic")
    assert rows.count() > 0
    for row in rows.all():
        expect(row.locator("th")).to_contain_text("различает гипотезы")
        assert row.locator(".weight .sr").count() == page.locator(".hypotheses > li").count()
    page.set_viewport_size({"width": 360, "height": 740})
    hidden = "box => box.scrollWidth - box.clientWidth"
    assert page.locator(".table-box:has(.ach)").evaluate(hidden) == 0
    reason = rows.first.locator("td").last.bounding_box()
    assert reason is not None
    assert reason["width"] > 200


def test_the_map_and_the_timeline_say_the_same_as_their_tables(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address + "themes/index.html")
    drawn = page.locator(".relations .glyph, .relations .provision").count()
    page.locator(".relations ~ .as-table summary").click()
    assert page.locator(".relations ~ .as-table td:last-child a").count() == drawn > 0
    page.goto(address)
    signs = page.locator("#picture-timeline .wide a .edge").count()
    totals = page.locator("#picture-timeline td:last-child").all_text_contents()
    assert sum(map(int, totals)) == signs > 0


def test_versions_of_a_dispute_stand_side_by_side(address: str, context: BrowserContext) -> None:
    page = opened(context, address + "disputes.html#kazakh-aid-kyrgyzstan-date")
    versions = page.locator("section[aria-labelledby=kazakh-aid-kyrgyzstan-date] .versions > li")
    tops = {round(box["y"]) for v in versions.all() if (box := v.bounding_box())}
    assert versions.count() == 2
    assert len(tops) == 1
