"""What is on a page: its headings with an address, those of macros and templates included."""

from __future__ import annotations

import re
from typing import Any

# Our own HTML, and what Markdown writes: a heading holds no other heading.
HEADING = re.compile(r"<h([23])\b([^>]*)>(.*?)</h\1>", re.DOTALL)
ID = re.compile(r'(?:^|\s)id="([^"]+)"')
# Parts of a heading that are no part of its name: links to itself, remarks in small letters.
BESIDE = re.compile(
    r'<(a|span)\b[^>]*\bclass="[^"]*\b(?:headerlink|permalink|aside|subtitle|note-number)\b[^"]*"'
    r"[^>]*>.*?</\1>",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]*>")
FEWEST = 3  # sections: of fewer, a reader sees the whole without a list
MOST = 12  # parts of a section: more of them are records, which the section itself lists


def contents(html: str) -> list[dict[str, Any]]:
    """The sections of a page as nested tokens `{level, id, name, children}`; none of a short page.

    Names are HTML text without tags.
    """
    headings: list[dict[str, Any]] = [
        {"level": int(level), "id": place[1], "name": _name(inner), "children": []}
        for level, attributes, inner in HEADING.findall(html)
        if (place := ID.search(attributes))
    ]
    top: list[dict[str, Any]] = []
    for token in headings:
        is_below = top and token["level"] > top[-1]["level"]
        (top[-1]["children"] if is_below else top).append(token)
    for token in top:
        if len(token["children"]) > MOST:
            token["children"] = []
    return top if len(headings) >= FEWEST else []


def _name(inner: str) -> str:
    return " ".join(TAG.sub("", BESIDE.sub("", inner)).split())
