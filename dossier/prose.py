"""Hand-written pages: the same typography as the data, applied to their finished HTML."""

from __future__ import annotations

import re

from dossier.typography import polish

PIECE = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(code|pre|script|style|kbd|svg|textarea)\b")


def polish_html(html: str, language: str) -> str:
    """Apply the typography to the text of a page, leaving code and markup alone."""
    depth = 0
    pieces = PIECE.split(html)
    for index, piece in enumerate(pieces):
        if piece.startswith("<"):
            match = VERBATIM.match(piece)
            if match and not piece.endswith("/>"):
                depth += -1 if match[1] else 1
        elif depth <= 0 and piece.strip():
            pieces[index] = _keep_edges(piece, language)
    return "".join(pieces)


def _keep_edges(piece: str, language: str) -> str:
    """Polish a piece of text, keeping the white space that separates it from its neighbours."""
    body = piece.strip()
    start = piece.index(body)
    return piece[:start] + polish(body, language) + piece[start + len(body) :]


def shorten(text: str, limit: int = 160) -> str:
    """The text cut at a word, for a description of a page."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
