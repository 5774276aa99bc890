"""The chronology in a browser: narrowing, chips, addresses, history, views, linked entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHRONOLOGY = {"ru": "chronology/index.html", "en": "en/chronology/index.html"}
SHOWN = "li[data-event]:visible"


def opened(context: BrowserContext, address: str, query: str = "", language: str = "ru") -> Page:
    page = context.new_page()
    page.goto(address + CHRONOLOGY[language] + query)
    expect(page.locator("#filters")).to_be_visible()
    return page


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"input[name={facet}][value={value}]")


def tick(page: Page, facet: str, value: str) -> None:
    option = box(page, facet, value)
    group = page.locator("details.facet", has=option)
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    option.check()


def counted(page: Page) -> int:
    return int(re.findall(r"\d+", page.locator("#count").inner_text())[0])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_condition_leaves_what_matches_and_says_how_many(
    language: str, address: str, context: BrowserContext
) -> None:
    page = opened(context, address, language=language)
    everything = page.locator("li[data-event]").count()
    assert counted(page) == everything
    tick(page, "theme", "exercises")
    left = page.locator(SHOWN)
    assert 0 < left.count() == counted(page) < everything
    assert all("exercises" in str(node.get_attribute("data-theme")) for node in left.all())


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address)
    tick(page, "mode", "deed")
    deeds = counted(page)
    tick(page, "mode", "transfer")
    both = counted(page)
    tick(page, "confidence", "high")
    assert deeds < both > counted(page) > 0


def test_the_count_beside_an_option_is_what_choosing_it_shows(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address, "?theme=defence-industry")
    promised = int(
        page.locator("label", has=box(page, "mode", "deed")).locator("[data-count]").text_content()
        or 0
    )
    tick(page, "mode", "deed")
    assert counted(page) == promised > 0


def test_the_address_says_the_state_in_words_and_brings_it_back(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address)
    tick(page, "theme", "exercises")
    tick(page, "stage", "held")
    assert page.url.endswith("?theme=exercises&stage=held")
    number = counted(page)
    page.reload()
    assert counted(page) == number
    expect(box(page, "stage", "held")).to_be_checked()


def test_back_and_forward_walk_through_the_states(address: str, context: BrowserContext) -> None:
    page = opened(context, address)
    tick(page, "theme", "exercises")
    narrowed = counted(page)
    tick(page, "mode", "word")
    page.go_back()
    assert counted(page) == narrowed
    page.go_forward()
    assert counted(page) < narrowed


def test_a_chip_takes_its_condition_away(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises&mode=deed")
    page.locator(".chip").last.click()
    assert page.locator(".chip").count() == 1
    assert "mode=" not in page.url
    page.locator(".filter-reset").click()
    assert page.locator(".chip").count() == 0
    assert counted(page) == page.locator("li[data-event]").count()


def test_a_period_matches_by_overlap_and_says_so(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?from=2000&to=2000")
    ids = {node.get_attribute("data-event") for node in page.locator(SHOWN).all()}
    assert "turkish-grant-deliveries-1998-2006" in ids
    assert len(re.findall(r"\d+", page.locator("#count").inner_text())) == 3


def test_an_unknown_value_in_the_address_is_dropped_with_a_notice(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address, "?theme=exercises&stage=nonsense&other=1")
    assert "nonsense" in page.locator("#count").inner_text()
    assert counted(page) > 0


def test_nothing_found_names_the_condition_to_drop(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises&kind=arms_transfer")
    expect(page.locator("#nothing")).to_be_visible()
    assert re.search(r"«.+».*\d", page.locator("#nothing").inner_text())


def test_words_narrow_without_regard_to_case_and_yo(address: str, context: BrowserContext) -> None:
    page = opened(context, address)
    page.fill("#filters input[name=q]", "УЧЕНИЕ")
    expect(page.locator("#chips .chip")).to_have_count(1)
    plain = counted(page)
    assert 0 < plain < page.locator("li[data-event]").count()


def test_a_linked_entry_wins_over_the_filter(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises#cooperation-plan-2025")
    entry = page.locator("[data-event=cooperation-plan-2025]")
    expect(entry).to_be_visible()
    expect(entry.locator(".outside")).to_be_visible()
    expect(entry).to_be_in_viewport()


def test_a_year_without_entries_left_is_hidden_with_its_heading(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address, "?from=2025")
    expect(page.locator("#y1993")).to_be_hidden()
    expect(page.locator("#y2025")).to_be_visible()


def test_the_table_holds_the_same_entries_and_sorts(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises&view=table")
    rows = page.locator("table.sortable tbody tr")
    assert rows.count() == counted(page)
    expect(page.locator("nav.years")).to_be_hidden()  # its room is the table's
    box = page.locator(".table-box:has(.sortable)")
    assert box.evaluate("it => it.scrollWidth - it.clientWidth") == 0
    page.locator("table.sortable th button").nth(1).click()
    head = page.locator("table.sortable th[aria-sort]")
    assert head.get_attribute("aria-sort") == "ascending"
    titles = [cell.inner_text() for cell in page.locator("table.sortable tbody th").all()]
    head.locator("button").click()
    assert page.locator("table.sortable th[aria-sort]").get_attribute("aria-sort") == "descending"
    turned = [cell.inner_text() for cell in page.locator("table.sortable tbody th").all()]
    assert turned == titles[::-1]


def test_lines_leave_out_the_statement(address: str, context: BrowserContext) -> None:
    page = opened(context, address)
    page.locator("#filters input[name=view][value=lines]").check()
    assert page.locator(".statement:visible").count() == 0
    assert "view=lines" in page.url


def test_the_filter_can_be_worked_by_keyboard_alone(address: str, context: BrowserContext) -> None:
    page = opened(context, address)
    summary = page.locator("details.facet summary").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".chip").count() == 1


def test_a_fragment_that_is_no_text_does_not_stop_the_filter(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address, "?mode=deed#%E0%A4%A")
    assert 0 < counted(page) < page.locator("[data-event]").count()


def test_words_typed_in_are_shown_as_they_are(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?q=%24%26")
    assert "$&" in page.locator("#chips").inner_text()
    assert "{label}" not in page.locator("#chips").inner_text()


def test_words_narrow_by_their_forms_and_synonyms(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?q=беспилотников")
    forms = counted(page)
    for word in ("дрон", "БПЛА"):
        page.fill("#filters input[name=q]", word)
        expect(page.locator("#chips")).to_contain_text(word)
        assert counted(page) == forms > 3
    page.fill("#filters input[name=q]", "анку")
    expect(page.locator("#chips")).to_contain_text("анку")
    declined = counted(page)
    page.fill("#filters input[name=q]", "анка")  # and not Ankara
    expect(page.locator("#chips")).to_contain_text("анка")
    assert counted(page) == declined > 0


def test_the_filter_works_from_a_folder(built_site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((built_site / "chronology" / "index.html").as_uri() + "?q=дроны")
    assert 0 < counted(page) < page.locator("li[data-event]").count()


def test_the_rail_counts_what_is_left(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises")
    shown = page.locator("ol[data-group=y2022] > li:not([hidden])").count()
    said = page.locator(".years a[href='#y2022'] .aside").inner_text()
    assert re.findall(r"\d+", said) == [str(shown)]


def test_a_long_list_of_options_is_searched_and_pushes_nothing_far_down(
    address: str, context: BrowserContext
) -> None:
    page = opened(context, address)
    group = page.locator("details.facet", has=box(page, "actor", "otokar"))
    group.locator("summary").click()
    assert group.evaluate("group => group.getBoundingClientRect().height") < 400
    group.locator("[data-find]").fill("OTOK")
    assert group.locator("label:visible:has([type=checkbox])").count() == 1
    assert page.locator(".chip").count() == 0
    box(page, "actor", "otokar").check()
    expect(page.locator(".chip")).to_have_count(1)


def test_chips_are_large_enough_and_apart(address: str, context: BrowserContext) -> None:
    page = opened(context, address, "?theme=exercises&mode=deed")
    sizes = page.locator(".chip, .filter-reset").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 24


def test_without_a_script_there_is_no_dead_form(address: str, browser: Browser) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(address + CHRONOLOGY["ru"])
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("li[data-event]").first).to_be_visible()
    plain.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_sources_are_filtered_and_sorted_by_the_same_bar(
    language: str, address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address + f"{language}sources/index.html?reliability=B&from=2024")
    everything = page.locator("li[data-source]").count()
    assert 0 < counted(page) == page.locator("li[data-source]:visible").count() < everything
    page.locator("#filters input[name=view][value=table]").check()
    rows = page.locator("table.sortable tbody tr")
    assert rows.count() == counted(page)
    page.locator("table.sortable th button").nth(2).click()
    years = [
        int(re.findall(r"(?:19|20)\d\d", text)[-1])
        for text in page.locator("table.sortable tbody td:nth-child(3)").all_inner_texts()
    ]
    assert years == sorted(years)


def test_the_table_is_taken_with_the_filter_applied(
    address: str, built_site: Path, context: BrowserContext
) -> None:
    page = opened(context, address, "?kind=exercise")
    with page.expect_download() as waiting:
        page.locator(".take-data button").click()
    taken = waiting.value.path().read_text("utf-8").splitlines()
    whole = (built_site / "data/elements.csv").read_text("utf-8").splitlines()
    ids = {node.get_attribute("data-event") for node in page.locator(SHOWN).all()}
    assert waiting.value.suggested_filename == "elements-shown.csv"
    assert taken[0] == whole[0]
    assert {line.split(",")[0] for line in taken[1:]} == ids
    assert set(taken) < set(whole)
