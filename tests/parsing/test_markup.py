"""HTML is read as a browser reads it, and cut into pieces without losing a letter."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.check.rules.page_markup import _written
from dossier.parsing.markup import Element, attributes, elements, pieces, step


@pytest.mark.parametrize(
    ("html", "tag", "found"),
    [
        ("<SCRIPT/SRC=x.js></SCRIPT>", "script", {"src": "x.js"}),
        ('<a title="a > b" href="c&amp;d">x</a>', "a", {"title": "a > b", "href": "c&d"}),
        ("<img src=a src=b>", "img", {"src": "a"}),
        ("<svg><a XLINK:HREF=x></a></svg>", "a", {"xlink:href": "x"}),
        ("<p>x<body onload=y>", "body", {"onload": "y"}),
        ("<a href>x</a>", "a", {"href": ""}),
    ],
)
def test_an_element_is_read_with_its_attributes(html: str, tag: str, found: dict[str, str]) -> None:
    assert [e.attributes for e in elements(html) if e.tag == tag] == [found]


def test_what_stands_in_a_comment_or_a_script_is_no_element() -> None:
    html = "<!-- <a href=x> --><script>'<a href=x>'</script>"
    assert [e.text for e in elements(html) if e.tag not in ("html", "head", "body")] == [
        "'<a href=x>'"
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        (" a.png,\n b.png 100w ,", ["a.png", "b.png"]),
        ("data:image/png;base64,x 1x,c.png", ["data:image/png;base64,x", "c.png"]),
        ("", []),
    ],
)
def test_every_address_of_a_set_of_pictures_is_read(written: str, found: list[str]) -> None:
    read = Element("img", {"srcset": written}).addresses()
    assert [address for _, address in read] == found


def test_an_address_is_read_without_what_browsers_leave_out() -> None:
    read = Element("a", {"href": " \x01java\n\tscript:x "}).addresses()
    assert list(read) == [("href", "javascript:x")]


def test_the_attributes_of_a_row_are_read_without_its_table() -> None:
    assert attributes('<TR/onclick="a > b" ID=x>') == {"onclick": "a > b", "id": "x"}
    assert attributes('<a title="<b>">') == {"title": "<b>"}


def test_a_page_is_cut_at_its_tags() -> None:
    html = "a < b<p title='>' x=\"'>\">c<!-- <b> --></P ><br/>d"
    assert [piece for _, piece in pieces(html)] == [
        "a < b", "<p title='>' x=\"'>\">", "c", "<!-- <b> -->", "</P >", "<br/>", "d"
    ]  # fmt: skip
    assert [step(piece) for _, piece in pieces(html)] == [
        ("", 0), ("p", 1), ("", 0), ("", 0), ("p", -1), ("br", 0), ("", 0)
    ]  # fmt: skip


def test_a_tag_across_a_blank_line_is_no_tag_of_a_written_page() -> None:
    assert [element.tag for _, element in _written("<b\n>x</b><i\n\n>x</i>")] == ["b"]


@given(st.text("<>/!-='\" ab\n"))
def test_the_pieces_give_the_page_back_letter_for_letter(html: str) -> None:
    assert "".join(piece for _, piece in pieces(html)) == html
    assert all(html.startswith(piece, place) for place, piece in pieces(html))


@pytest.mark.parametrize("text", ["<a", "<!--", '<a b="', "<a b='c'=", "<a <a>", "=\"'<a "])
def test_hostile_text_is_cut_in_linear_time(text: str) -> None:
    started = time.process_time()
    for _ in pieces(text * 50_000):
        pass
    assert time.process_time() - started < 10


@pytest.mark.parametrize("text", ["[", "![", "](", "](a(", "{", "{:x", "| :-", "<b>", "<b\n"])
def test_a_hostile_page_is_searched_for_markup_in_linear_time(text: str) -> None:
    started = time.process_time()
    for _ in _written(text * 20_000):
        pass
    assert time.process_time() - started < 20
