"""A written page as data for Typst: what the site generator made of it, block by block.

A block is `{"k": kind, …}`; kinds are `h` (level, id, runs), `p` (runs), `ul` and `ol` (items of
blocks), `dl` (items of the kind `term`: id, runs, blocks), `table` (head, rows of cells of runs,
shares of the columns in the width) and `picture` (id). A run is `{"t": text}` with `b`, `i`, `s`
where it is bold, italic or raised, `l` for another language and `u` for the page it leads to, from
the root of its language's site, or a whole address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

Json = dict[str, Any]

HEADING = re.compile(r"h[1-6]")
SPACE = re.compile(r"[ \t\n\r]+")
LEAST = 0.12  # the share that the narrowest column of a table has in its width
# What a page has for the screen alone.
LEFT_OUT = (
    ".headerlink, .mending, .downloads, .edition, .print-stamp, .copy, .take-data, .sr, .tip,"
    " script, style, template, [hidden]"
)
INSIDE = {"div", "section", "article", "details", "blockquote"}
BLOCKS = INSIDE | {"p", "ul", "ol", "dl", "table", "figure", "pre"}


@dataclass(frozen=True, slots=True)
class _Style:
    """What the elements around a text say of it."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    language: str = ""
    address: str = ""


def blocks(html: str, page_url: str, within: str = "#main") -> list[Json]:
    """The blocks of a page's element `within`; nothing if the page has none such."""
    tree = LexborHTMLParser(html)
    body = tree.css_first(within)
    if body is None:
        return []
    for node in body.css(LEFT_OUT):
        node.decompose()
    return list(_blocks(body, posixpath.dirname(page_url)))


def plain(runs: list[Json]) -> str:
    """The text of some runs."""
    return "".join(run["t"] for run in runs)


def _blocks(parent: LexborNode, folder: str) -> Iterator[Json]:
    loose: list[LexborNode] = []
    for node in parent.iter(include_text=True):
        if node.tag in BLOCKS or HEADING.fullmatch(node.tag or ""):
            yield from _paragraph(loose, folder)
            loose = []
            yield from _block(node, folder)
        else:
            loose.append(node)
    yield from _paragraph(loose, folder)


def _block(node: LexborNode, folder: str) -> Iterator[Json]:
    tag = node.tag or ""
    classes = (node.attributes.get("class") or "").split()
    if tag == "figure":
        name = node.attributes.get("id") or ""
        if "picture" in classes:
            yield {"k": "picture", "id": name.removeprefix("picture-")}
    elif HEADING.fullmatch(tag):
        anchor = node.attributes.get("id")
        yield {"k": "h", "level": int(tag[1]), "id": anchor, "runs": _runs([node], folder)}
    elif tag in ("ul", "ol"):
        items = [list(_blocks(item, folder)) for item in node.css("li") if item.parent == node]
        yield {"k": tag, "items": [item for item in items if item]}
    elif tag == "dl":
        yield {"k": "dl", "items": list(_definitions(node, folder))}
    elif tag == "table":
        yield _table(node, folder)
    elif tag in ("p", "pre"):
        yield from _paragraph([node], folder)
    else:
        yield from _blocks(node, folder)


def _definitions(node: LexborNode, folder: str) -> Iterator[Json]:
    """The terms of a list, each with all that explains it."""
    term: Json | None = None
    for child in node.css("dt, dd"):
        if child.tag == "dt":
            if term:
                yield term
            anchor = child.attributes.get("id")
            term = {"k": "term", "id": anchor, "runs": _runs([child], folder), "blocks": []}
        elif term:
            term["blocks"] += _blocks(child, folder)
    if term:
        yield term


def _table(node: LexborNode, folder: str) -> Json:
    rows = [
        ([_runs([cell], folder) for cell in row.css("th, td")], row.parent)
        for row in node.css("tr")
    ]
    head = next((cells for cells, parent in rows if parent and parent.tag == "thead"), [])
    body = [cells for cells, parent in rows if not (parent and parent.tag == "thead")]
    width = max((len(cells) for cells in [head, *body]), default=0)
    filled = [cells + [[]] * (width - len(cells)) for cells in body]
    # The root leaves room for a word to columns with few words; so does the least share.
    shares = [sum(len(plain(row[place])) for row in filled) ** 0.5 for place in range(width)]
    least = LEAST * sum(shares)
    shares = [round(max(share, least, 1), 1) for share in shares]
    return {"k": "table", "widths": shares, "head": head, "rows": filled}


def _paragraph(nodes: list[LexborNode], folder: str) -> Iterator[Json]:
    runs = _runs(nodes, folder)
    if plain(runs).strip():
        yield {"k": "p", "runs": runs}


def _runs(nodes: list[LexborNode], folder: str) -> list[Json]:
    """The text of some nodes in runs of one style, white space as a browser shows it."""
    runs: list[Json] = []
    for node in nodes:
        for text, style in _texts(node, _Style(), folder):
            # A no-break space is no white space here.
            words = SPACE.sub(" ", text)
            if words.startswith(" ") and (not runs or runs[-1]["t"].endswith(" ")):
                words = words[1:]
            if words:
                runs.append(_run(words, style))
    if runs:
        runs[-1]["t"] = runs[-1]["t"].rstrip(" ")
    return [run for run in runs if run["t"]]


def _run(text: str, style: _Style) -> Json:
    flags = {"b": style.bold, "i": style.italic, "s": style.raised}
    attributes = {"l": style.language, "u": style.address}
    return {"t": text} | {name: value for name, value in (flags | attributes).items() if value}


def _texts(node: LexborNode, style: _Style, folder: str) -> Iterator[tuple[str, _Style]]:
    tag = node.tag or ""
    if tag == "-text":
        yield node.text(), style
        return
    if tag == "br":
        yield " ", style
    if tag in ("strong", "b"):
        style = replace(style, bold=True)
    elif tag in ("em", "i"):
        style = replace(style, italic=True)
    elif tag == "sup":
        style = replace(style, raised=True)
    elif tag == "a" and (href := node.attributes.get("href")):
        style = replace(style, address=_address(href, folder))
    if "stated" in (node.attributes.get("class") or "").split():  # a grade or a verdict
        style = replace(style, italic=True)
    if language := node.attributes.get("lang"):
        style = replace(style, language=language)
    for child in node.iter(include_text=True):
        yield from _texts(child, style, folder)


def _address(href: str, folder: str) -> str:
    """Where a link leads: a whole address, or one from the root of the language's site."""
    parts = urlsplit(href)
    if parts.scheme or not parts.path:
        return href if parts.scheme else ""
    path = posixpath.normpath(posixpath.join(folder, parts.path))
    if path.startswith(".."):
        return ""
    return f"{path}#{parts.fragment}" if parts.fragment else path
