"""What comes out on paper: A4 as a browser prints it."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, ViewportSize, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]

A4 = ViewportSize(width=660, height=960)  # between the margins, in pixels of CSS


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_brief_takes_two_sides_with_four_pictures_and_ten_findings(
    prefix: str, address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{address}{prefix}brief.html")
    question = page.locator("h1").inner_text().removesuffix("§").strip()
    pictures = page.locator(".picture-title").all_inner_texts()
    findings = page.locator("#ten-findings ~ .table-box tbody tr td:first-child").all_inner_texts()
    assert (len(pictures), len(findings)) == (4, 10)
    first, second = (
        squeezed(side.get_textpage().get_text_range())
        for side in pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    )
    assert squeezed(question) in first
    assert squeezed(page.locator(".print-stamp").text_content() or "") in first
    assert all(squeezed(title) in first + second for title in pictures)
    assert all(squeezed(finding) in second for finding in findings)


def test_the_chain_of_a_risk_is_drawn_on_paper(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size(A4)
    page.goto(f"{address}risks/logistics-asymmetry.html")
    expect(page.locator(".bowtie")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".bowtie .drawing")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
