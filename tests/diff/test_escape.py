"""Whatever a record holds, the comment shows these characters and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.diff import escape

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "![](https://t.example.org/p.png)", "@everyone", "@org/team", "fixes #12", "GH-12", "Gh-12",
    "https://evil.example", "www.evil.example", "`x`", "``` x", "**b** _i_ ~~s~~", "a | b | c",
    "$x$", "&lt;b&gt; &amp; &#64;x", "<!-- x -->", "--> x", "\\", "\\[", "a\n\n# b\n- c", "1. a",
    "\u202ea", "[^1]", "<https://a.example>", "a@b.example", "- [ ] x", "\x1b[2J", "```\n```",
    "# x", "- x", "+ x", "1) x", "---", "a\\GH-7", "_gH-7", "deadbeefdeadbeef",
]  # fmt: skip
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def kinds(markdown: str) -> set[str]:
    """What a forge would make of a line."""
    found = set()
    for token in MARKDOWN.parse(markdown):
        found.add(token.type)
        for child in token.children or []:
            if not (child.type == "html_inline" and child.content == "<!-- -->"):
                found.add(child.type)
    return found


LINE = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
        "paragraph_open", "paragraph_close", "inline", "text"}  # fmt: skip


def shown(markdown: str) -> str:
    (inline,) = [token for token in MARKDOWN.parse(markdown) if token.type == "inline"]
    return "".join(c.content for c in inline.children or [] if c.type in ("text", "code_inline"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_becomes_plain_text(text: str) -> None:
    assert kinds(f"- x: {escape.plain(text)}") <= LINE
    assert kinds(f"- x: {escape.code(text)}") <= LINE | {"code_inline"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_that_a_forge_looks_for_is_left_whole(text: str) -> None:
    line = escape.plain(text)
    assert not re.search(r"@\w|#\d|://|www\.|(?i:GH-\d)|(?i:[0-9a-f]{7})", line)


@given(st.text(max_size=60) | st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join))
def test_what_is_shown_is_what_the_record_holds(text: str) -> None:
    line = f"- x: {escape.plain(text, 10_000)}"
    assert kinds(line) <= LINE
    assert shown(line).strip() == f"x: {escape.shortened(text, 10_000)}".strip()


@given(st.text(max_size=60) | st.text("`a ", max_size=12))
def test_a_code_span_cannot_be_left(text: str) -> None:
    assert kinds(f"- x: {escape.code(text)}") <= LINE | {"code_inline"}


def test_two_long_texts_are_cut_to_where_they_differ() -> None:
    old, new = escape.contrast("слово " * 100 + "старое", "слово " * 100 + "новое")
    assert old == f"…во {'слово ' * 15}старое" and new == old.replace("старое", "новое")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a  b", "a c", ("a b", "a c")),
        ("abcdefghi", "abcdefgh", ("abcdefghi", "abcdefgh")),
        ("abcdefghij", "abcdefghi", ("…ghij", "…ghi")),
        ("abcdefghijklmnopqrst", "x", ("abcdefgh…", "x")),
        ("abcd*fghijklm", "abcdefghijklm", ("…bcd\\*fgh…", "…bcdefgh…")),
        ("abcdefghi", "abcdefghijklmn", ("…ghi", "…ghijklmn")),
    ],
)
def test_two_texts_stand_beside_each_other(old: str, new: str, shown: tuple[str, str]) -> None:
    assert escape.contrast(old, new, 9) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The *id* `a*b` is taken", "The \\*id\\* `a*b` is taken"),
        ("`a`  `b`, @c", "`a` `b`, @<!-- -->c"),
        ("one ` alone", "one \\` alone"),
        ("abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrs…"),
        ("`a` # b", "`a` \\# b"),
    ],
)
def test_a_sentence_keeps_its_code(text: str, shown: str) -> None:
    assert escape.sentence(text, 24 if "`" in text else 20) == shown


def test_what_is_too_long_is_cut_at_its_limit() -> None:
    assert escape.shortened("abc  def", 7) == "abc def"
    assert escape.shortened("abc def", 6) == "abc d…"
    assert escape.shortened("abc def", 5) == "abc…"
    assert [len(escape.plain("x" * 999)), len(escape.code("x" * 999))] == [280, 162]
    assert len(escape.sentence("x" * 999)) == 400
    assert escape.code("") == "` `" and escape.code("a``b") == "``` a``b ```"
    assert escape.code("a", 1) == "`a`" and escape.code("ab", 1) == "`…`"


def test_a_link_leads_only_where_it_is_meant_to() -> None:
    assert escape.link("`x`", "https://p.example/a b](c).html") == (
        "[`x`](https://p.example/a%20b%5D%28c%29.html)"
    )
