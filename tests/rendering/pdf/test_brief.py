"""The brief in PDF: two sides of A4 that say what the page says, in the largest type that fits."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.rendering.pdf import brief, prose
from dossier.rendering.pdf.book import short
from dossier.rendering.pdf.downloads import brief_name
from dossier.rendering.pdf.typeset import pdf
from dossier.rendering.pdf.written import Written
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.typesetting import folder_of
from tests.rendering.pdf.conftest import EPOCH, squeeze

WORDS = "<p>" + "A sentence of some words that says little. " * 12 + "</p>"


def page_of(length: int) -> str:
    """A page with a title, a first part, a table and a picture."""
    table = "<table><thead><tr><th>What</th></tr></thead><tr><td>That</td></tr></table>"
    return (
        f'<div id="main" class="brief"><h1 id="q">Is it so?</h1>{WORDS * length}'
        f'<h2 id="t">Findings</h2>{table}'
        '<figure class="picture" id="picture-evidence"></figure></div>'
    )


def pages_of(length: int) -> Written:
    return Written(prose.blocks(page_of(length), "brief.html", ".brief"), [], [])


def test_the_first_side_ends_before_the_heading_of_the_table() -> None:
    parts = brief.parts(pages_of(2).brief)
    kinds = {side: [block["k"] for block in blocks] for side, blocks in parts.items()}
    assert kinds == {"title": ["h"], "first": ["p", "p"], "second": ["h", "table", "picture"]}
    bare = brief.parts(prose.blocks('<p id="main">Text</p>', "brief.html"))
    assert [len(blocks) for blocks in bare.values()] == [0, 1, 0]


@pytest.mark.parametrize(
    ("length", "smaller", "fits"), [(3, False, True), (18, True, True), (60, True, False)]
)
def test_the_type_is_as_large_as_two_sides_allow(
    length: int, smaller: bool, fits: bool, trial: Dataset
) -> None:
    data, taken = brief.fitted(short(Renderer(trial, "en", Settings()), pages_of(length)))
    assert (data["brief"]["size"] < brief.SIZES[0]) is smaller
    assert (taken <= brief.SIDES) is fits
    made = pdf(brief.TEMPLATE, data, EPOCH)
    assert len(PdfReader(BytesIO(made)).pages) == taken


def test_its_address_and_links_are_whole_where_the_site_is_known(trial: Dataset) -> None:
    html = '<div id="main"><p><a href="risks/index.html">Risks</a></p></div>'
    pages = Written(prose.blocks(html, "brief.html"), [], [])
    known = Renderer(trial, "en", Settings("https://example.org/d"))
    data, _sides = brief.fitted(short(known, pages))
    reader = PdfReader(BytesIO(pdf(brief.TEMPLATE, data, EPOCH)))
    annotations: Any = reader.pages[0]["/Annots"]
    (link,) = annotations
    assert link.get_object()["/A"]["/URI"] == "https://example.org/d/en/risks/index.html"
    assert squeeze("https://example.org/d/en/brief.html") in squeeze(reader.pages[0].extract_text())


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_of_the_dossier_says_what_its_page_says(
    language: str, real: Dataset, built_site: Path
) -> None:
    folder = folder_of(built_site, language)
    content = (folder / brief_name(language)).read_bytes()
    sides = pypdfium2.PdfDocument(content)
    assert len(sides) == brief.SIDES
    text = "".join(side.get_textpage().get_text_range() for side in sides)
    numbers = set(re.findall(r"\d+", text))
    flat = squeeze(text)
    said = Written.read(folder).brief
    (table,) = (block for block in said if block["k"] == "table")
    assert len(table["rows"]) == 10
    cells = [prose.plain(cell) for row in table["rows"] for cell in row]
    texts = [prose.plain(block["runs"]) for block in said if block["k"] in ("h", "p")]
    assert [one for one in [*cells, *texts] if squeeze(one) not in flat] == []
    renderer = Renderer(real, language, Settings())
    assert squeeze(renderer.stamp.version) in flat
    shown = [block["id"] for block in said if block["k"] == "picture"]
    assert len(shown) == 4
    pictures = [it for it in renderer.pictures.drawn() if it.id in shown]
    assert len(pictures) == 4
    for picture in pictures:
        assert squeeze(picture.title) in flat
        amounts = {str(c.value) for row in picture.table.rows for c in row if c.is_number}
        assert amounts - numbers - {"0"} == set(), picture.id
    about = PdfReader(BytesIO(content))
    root: Any = about.trailer["/Root"]
    assert root["/Lang"] == language
    assert about.metadata is not None
    assert renderer.words("site_name") in squeeze_spaces(about.metadata.title or "")


def squeeze_spaces(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
