"""The last step on a page's HTML: typography of hand-written pages, abbreviations explained."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.language.typography import NBSP, is_short_word, polish
from dossier.parsing import markup
from dossier.rendering.abbreviations import Explainer

VERBATIM = frozenset({"code", "pre", "script", "style", "kbd", "svg", "textarea"})
# Where an explanation would be in the way: headings, controls, and what explains already.
UNMARKED = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "abbr", "button", "label", "option", "summary", "q"}
    | {"nav", "form"}
)
NO_TEXT = ("<!", "<?")
DASH_FIRST = re.compile(r"^\s+(?=[—–]\s)")
WORD_LAST = re.compile(r"(?:^|\s)[(«“„]*(\w+)\s+$")


def finish(html: str, language: str, explained: Mapping[str, str], *, typeset: bool) -> str:
    """Explain each abbreviation where it is first used; with `typeset`, polish the text too.

    `explained` maps abbreviations to what they stand for, escaped. Texts of the data are typeset
    when they are rendered, so only hand-written pages ask for it here.
    """
    pieces = [piece for _, piece in markup.pieces(html)]
    if typeset:
        pieces = _with_boxed_tables(pieces)
    explainer = Explainer(explained)
    verbatim = unmarked = 0
    for index, piece in enumerate(pieces):
        tag, step = markup.step(piece) if piece[0] == "<" else ("", 0)
        if tag in VERBATIM:
            verbatim += step
        elif tag in UNMARKED:
            unmarked += step
        elif not (tag or verbatim > 0 or piece.startswith(NO_TEXT) or piece.isspace()):
            text = _tied_to_neighbours(_polished(piece, language) if typeset else piece, language)
            pieces[index] = explainer.mark(text) if unmarked <= 0 else text
    return "".join(pieces)


def _with_boxed_tables(pieces: list[str]) -> list[str]:
    """Put each hand-written table into a box that scrolls, so that a phone breaks no word of it.

    The box can be reached by keyboard and is called what the table's columns are called. Markdown
    writes a line break after `<table>`; tables of the templates come in a box of their own.
    """
    boxed: list[str] = []
    columns: list[str] = []
    start: int | None = None
    in_heading = False
    for piece in pieces:
        boxed.append(piece)
        match markup.step(piece):
            case "thead", 1 if boxed[-3:-1] == ["<table>", "\n"]:
                start, columns = len(boxed) - 3, []
            case "th", step:
                in_heading = step == 1
                columns += [""] * step
            case "table", -1 if start is not None:
                name = ", ".join(column.strip() for column in columns).replace('"', "&quot;")
                boxed[start:start] = [
                    f'<div class="table-box" tabindex="0" role="group" aria-label="{name}">'
                ]
                boxed.append("</div>")
                start = None
            case "", _ if in_heading:
                columns[-1] += piece
    return boxed


def _polished(piece: str, language: str) -> str:
    """Polish a piece of text, keeping the white space that separates it from its neighbours."""
    body = piece.strip()
    start = piece.index(body)
    return piece[:start] + polish(body, language) + piece[start + len(body) :]


def _tied_to_neighbours(text: str, language: str) -> str:
    """Keep a dash on the line of the link before it, a preposition on the line of the one after."""
    if text[0].isspace():
        text = DASH_FIRST.sub(NBSP, text)
    last = WORD_LAST.search(text) if language == "ru" and text[-1].isspace() else None
    return text.rstrip() + NBSP if last and is_short_word(last[1]) else text


def shorten(text: str, limit: int = 160) -> str:
    """The text cut at a word, for a description of a page."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
