"""The last hand on a page's HTML: typography of hand-written pages, abbreviations explained."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.language.typography import NBSP, is_short_word, polish
from dossier.rendering.abbreviations import Explainer

PIECE = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(code|pre|script|style|kbd|svg|textarea)\b")
# Where an explanation would be in the way: headings, controls, and what explains already.
UNMARKED = re.compile(r"<(/?)(h[1-6]|abbr|button|label|option|summary|q|nav|form)\b")
# A table as Python-Markdown writes it; tables of the templates come in a box of their own.
WRITTEN_TABLE = re.compile(r"(?ms)^<table>\n<thead>.*?^</table>$")
HEADING_CELL = re.compile(r"(?s)<th\b[^>]*>(.*?)</th>")
DASH_FIRST = re.compile(r"^\s+(?=[—–]\s)")
WORD_LAST = re.compile(r"(?:^|\s)[(«“„]*(\w+)\s+$")


def finish(html: str, language: str, explained: Mapping[str, str], *, typeset: bool) -> str:
    """Explain each abbreviation where it is first used; with `typeset`, polish the text too.

    `explained` maps abbreviations to what they stand for, escaped. Texts of the data are typeset
    when they are rendered, so only hand-written pages ask for it here.
    """
    if typeset:
        html = _box_tables(html)
    explainer = Explainer(explained)
    verbatim = unmarked = 0
    pieces = PIECE.split(html)
    for index, piece in enumerate(pieces):
        if piece.startswith("<"):
            verbatim += _depth(VERBATIM, piece)
            unmarked += _depth(UNMARKED, piece)
        elif verbatim <= 0 and piece.strip():
            text = _tied_to_neighbours(_polished(piece, language) if typeset else piece, language)
            pieces[index] = explainer.mark(text) if unmarked <= 0 else text
    return "".join(pieces)


def _box_tables(html: str) -> str:
    """Put each hand-written table into a box that scrolls, so that a phone breaks no word of it.

    The box can be reached by keyboard and is called what the table's columns are called.
    """

    def boxed(table: re.Match[str]) -> str:
        columns = ", ".join(PIECE.sub("", cell).strip() for cell in HEADING_CELL.findall(table[0]))
        name = columns.replace('"', "&quot;")
        opening = f'<div class="table-box" tabindex="0" role="group" aria-label="{name}">'
        return f"{opening}{table[0]}</div>"

    return WRITTEN_TABLE.sub(boxed, html)


def _depth(tags: re.Pattern[str], tag: str) -> int:
    """How a tag changes the depth below some elements: one down, one up, or not at all."""
    match = tags.match(tag)
    if match is None or tag.endswith("/>"):
        return 0
    return -1 if match[1] else 1


def _polished(piece: str, language: str) -> str:
    """Polish a piece of text, keeping the white space that separates it from its neighbours."""
    body = piece.strip()
    start = piece.index(body)
    return piece[:start] + polish(body, language) + piece[start + len(body) :]


def _tied_to_neighbours(text: str, language: str) -> str:
    """Keep a dash on the line of the link before it, a preposition on the line of the one after."""
    text = DASH_FIRST.sub(NBSP, text)
    last = WORD_LAST.search(text) if language == "ru" else None
    return text.rstrip() + NBSP if last and is_short_word(last[1]) else text


def shorten(text: str, limit: int = 160) -> str:
    """The text cut at a word, for a description of a page."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
