"""The last hand on a page's HTML: typography of hand-written pages, abbreviations explained."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.abbreviations import Explainer
from dossier.typography import polish

PIECE = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(code|pre|script|style|kbd|svg|textarea)\b")
# Where an explanation would be in the way: headings, controls, and what explains already.
UNMARKED = re.compile(r"<(/?)(h[1-6]|abbr|button|label|option|summary|q|nav|form)\b")


def finish(html: str, language: str, explained: Mapping[str, str], *, typeset: bool) -> str:
    """Explain each abbreviation where it is first used; with `typeset`, polish the text too.

    `explained` maps abbreviations to what they stand for, escaped. Texts of the data are typeset
    when they are rendered, so only hand-written pages ask for it here.
    """
    explainer = Explainer(explained)
    verbatim = unmarked = 0
    pieces = PIECE.split(html)
    for index, piece in enumerate(pieces):
        if piece.startswith("<"):
            verbatim += _depth(VERBATIM, piece)
            unmarked += _depth(UNMARKED, piece)
        elif verbatim <= 0 and piece.strip():
            text = _polished(piece, language) if typeset else piece
            pieces[index] = explainer.mark(text) if unmarked <= 0 else text
    return "".join(pieces)


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


def shorten(text: str, limit: int = 160) -> str:
    """The text cut at a word, for a description of a page."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
