"""The typeset edition: what a reader, a screen reader and an archive need of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from dossier.language.words import Words
from dossier.rendering.pdf import prose
from dossier.rendering.pdf.typeset import unprintable
from dossier.rendering.pdf.written import BRIEF_PAGE, GLOSSARY, METHOD_PAGE
from dossier.site.build import epoch
from dossier.site.edition import edition as site_edition
from tests.conftest import ROOT
from tests.rendering.pdf.conftest import Opened, squeeze

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("editions")]  # opening one takes long

# Words by which other editions were described; none of an edition is in another language.
KIND = {"ru": "События", "en": "Events"}

CHAPTERS = (
    "contents", "how", "themes", "risks", "provisions", "assessments", "article", "disputes",
    "questions", "people", "actors", "sources",
)  # fmt: skip


def bookmarks(outline: list[Any]) -> list[str]:
    found = []
    for item in outline:
        found += bookmarks(item) if isinstance(item, list) else [squeeze(str(item.title))]
    return found


def test_the_book_has_pages_for_everything(edition: Opened) -> None:
    assert len(edition.reader.pages) > 120
    assert edition.reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def root_of(edition: Opened) -> Any:
    """The catalogue of the document (ISO 32000-1, 7.7.2)."""
    return edition.reader.trailer["/Root"]


def test_the_bookmarks_name_every_chapter_year_and_risk(edition: Opened) -> None:
    names = bookmarks(edition.reader.outline)
    words = Words(edition.language)
    for chapter in (*CHAPTERS, "chronology"):
        key = chapter if chapter == "chronology" else f"book.{chapter}"
        assert squeeze(words(key)) in names, chapter
    for year in edition.book["years"]:
        assert squeeze(year["title"]) in names
    for risk in edition.book["risks"]:
        assert squeeze(f"{risk['number']}. {risk['title']}") in names


def test_the_brief_opens_the_book_which_ends_in_method_and_glossary(edition: Opened) -> None:
    chapters = [one for one in edition.reader.outline if not isinstance(one, list)]
    names = [squeeze(str(one.title)) for one in chapters]
    pages = edition.pages
    heads = {
        page: squeeze(next(prose.plain(block["runs"]) for block in blocks if block["k"] == "h"))
        for page, blocks in pages.pages.items()
    }
    assert names[0] == heads[BRIEF_PAGE]
    assert edition.reader.get_destination_page_number(chapters[0]) == 1
    assert edition.reader.get_destination_page_number(chapters[1]) == 3
    words = Words(edition.language)
    order = [heads[METHOD_PAGE], heads[GLOSSARY], squeeze(words("book.people"))]
    start = names.index(order[0])
    assert names[start : start + 3] == order
    for blocks in pages.pages.values():
        for block in blocks:
            if block["k"] in ("h", "p"):
                # A paragraph may go on on the next page.
                assert squeeze(prose.plain(block["runs"]))[:30] in edition.flat


def test_every_picture_stands_in_the_book_with_words_for_screen_readers(edition: Opened) -> None:
    drawn = edition.renderer.pictures.drawn()
    assert len(drawn) > 12
    for picture in drawn:
        assert squeeze(picture.title) in edition.flat, picture.id
    figures = _figures(root_of(edition)["/StructTreeRoot"])
    said = {squeeze(str(figure["/Alt"])) for figure in figures if "/Alt" in figure}
    assert {squeeze(f"{picture.title}. {picture.about}") for picture in drawn} <= said


def test_title_language_and_date_are_set(edition: Opened) -> None:
    root = root_of(edition)
    about = edition.reader.metadata
    assert about is not None
    assert root["/Lang"] == edition.language
    assert about.title == edition.book["site_name"]
    assert (about.subject or "").startswith(KIND[edition.language])
    assert about.creation_date is not None
    assert about.creation_date.timestamp() == epoch(site_edition(ROOT / "data"))
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is True or (
        root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    )


def test_the_document_is_tagged_as_pdf_ua_1(edition: Opened) -> None:
    root = root_of(edition)
    assert root["/MarkInfo"]["/Marked"]
    kinds = _kinds(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/H3", "/P", "/Link", "/Table", "/TH", "/TOC", "/L"} <= kinds
    metadata = root["/Metadata"].get_data().decode("utf-8")
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", metadata)


def _kinds(root: DictionaryObject) -> set[str]:
    return {str(node["/S"]) for node in _nodes(root)}


def _figures(root: DictionaryObject) -> list[DictionaryObject]:
    return [node for node in _nodes(root) if str(node["/S"]) == "/Figure"]


def _nodes(root: DictionaryObject) -> list[DictionaryObject]:
    """Every element of the structure (ISO 32000-1, 14.7.2)."""
    found: list[DictionaryObject] = []
    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, ArrayObject):
            waiting += node
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                waiting.append(node.raw_get("/K"))
    return found


def resources(page: Any) -> Any:
    return page["/Resources"]


def test_every_font_is_embedded_and_one_of_ours(edition: Opened) -> None:
    seen = set()
    for page in edition.reader.pages:
        for font in resources(page).get("/Font", {}).values():
            for descendant in font.get_object()["/DescendantFonts"]:
                descriptor = descendant.get_object()["/FontDescriptor"]
                assert {"/FontFile2", "/FontFile3"} & set(descriptor), descriptor
                seen.add(str(descriptor["/FontName"]).partition("+")[2])
    assert any(name.startswith("SourceSerif4") for name in seen)
    families = ("SourceSerif4", "GolosText", "NotoNaskhArabic", "NotoSansArmenian")
    assert all(name.startswith(families) for name in seen), seen


def test_every_number_by_a_statement_is_in_the_list_of_sources(edition: Opened) -> None:
    listed = [source["n"] for group in edition.book["sources"] for source in group["items"]]
    assert listed == list(range(1, len(listed) + 1))
    cited = set(_numbers(edition.book))
    assert cited
    assert cited <= set(listed)
    places = {str(name) for name in edition.reader.named_destinations}
    assert {f"source-{number}" for number in cited} <= places | {f"source-{n}" for n in listed}


def _numbers(value: Any) -> list[int]:
    if isinstance(value, dict):
        own = [one["n"] for stance in ("supports", "contradicts", "mentions")
               for one in value.get(stance, ()) if isinstance(one, dict)]  # fmt: skip
        return own + [number for item in value.values() for number in _numbers(item)]
    if isinstance(value, list):
        return [number for item in value for number in _numbers(item)]
    return []


def test_titles_claims_and_addresses_of_the_data_stand_in_the_text(edition: Opened) -> None:
    flat = edition.flat
    for year in edition.book["years"]:
        for entry in year["entries"]:
            assert squeeze(entry["title"]) in flat
            for claim in entry["claims"]:
                start = " ".join(claim["text"].split()[:4])
                assert squeeze(start) in flat, entry["key"]
    for group in edition.book["sources"]:
        for source in group["items"]:
            assert squeeze(source["shown"])[:60] in flat or not source["shown"].isascii()


def test_letters_of_kazakh_and_turkish_are_printed(edition: Opened) -> None:
    for letter in "әғқңөұүһіӘҚӨŞşğİıçÇ":
        if any(letter in str(source["title"]) for group in edition.book["sources"]
               for source in group["items"]):  # fmt: skip
            assert letter in edition.text, letter
    assert unprintable(edition.book) == set()
