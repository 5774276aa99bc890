"""A page holds no HTML that runs, loads or sends anything: text, links and own pictures only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Advice, _
from dossier.parsing import markup
from dossier.parsing.markup import Element
from dossier.parsing.nodes import Mark
from dossier.rendering.allowlist import refused

WHY = _("Readers are promised that a page runs and loads nothing of anybody else’s.")
BAD = """\
# docs/en/themes/exercises.md
# The drill is on video: <iframe src="https://example.org/drill"></iframe>
"""
GOOD = """\
# docs/en/themes/exercises.md
# The drill is on [video](https://example.org/drill).
"""

LINK = re.compile(r"(!?\[[^\[\]\n]*)?\]\(\s*<?((?:[^\s()>]|\([^\s()]*\))+)")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
# What Markdown is told to write into a tag: `{ #name .class key=value }`.
ATTRIBUTES = re.compile(r"\{:?([^{}\n]+)\}")
# The line below the head of a table, with colons that would align a column by a `style`.
ALIGNED = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*-)[ |-]*:[ |:-]*$", re.MULTILINE)
# `<https://example.org>` and `<name@example.org>` are links of Markdown, not tags.
AUTOLINK = re.compile(r"<(?:[\w.+-]+:|[^\s>=/]+@)")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element and each address that a page may not hold."""
    for page in dataset.pages:
        for mark, advice in _refused(page.markup()):
            yield Problem(page.document, (), *advice, mark=mark)


@lru_cache(maxsize=1024)  # most saves leave most pages as they are
def _refused(text: str) -> tuple[tuple[Mark, Advice], ...]:
    refusals = []
    for place, element in _written(text):
        if advice := refused(element, written=True):
            line = text.count("\n", 0, place) + 1
            refusals.append((Mark(line, place - text.rfind("\n", 0, place)), advice))
    return tuple(refusals)


def _written(text: str) -> Iterator[tuple[int, Element]]:
    """The elements that a page asks for, in HTML or in Markdown, with their places."""
    for place, piece in markup.pieces(text):
        tag, step = markup.step(piece)
        is_whole = piece.endswith(">") and "\n\n" not in piece
        if tag and step >= 0 and is_whole and not AUTOLINK.match(piece):
            yield place, Element(tag, markup.attributes(piece))
    for match in LINK.finditer(text):
        tag, name = ("img", "src") if (match[1] or "").startswith("!") else ("a", "href")
        yield match.start(2), Element(tag, {name: unescape(match[2])})
    for match in REFERENCE.finditer(text):
        yield match.start(1), Element("a", {"href": unescape(match[1])})
    for match in ATTRIBUTES.finditer(text):
        yield match.start(), Element("p", markup.attributes(f"<p {match[1]}>"))
    for match in ALIGNED.finditer(text):
        yield match.start(), Element("td", {"style": ""})
