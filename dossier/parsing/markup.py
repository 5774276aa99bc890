"""The one way to read HTML: as the tree that a browser makes of it, or piece by piece as written.

Lexbor follows the parsing rules of the HTML standard, so that what it sees of odd markup is what a
browser will see. It keeps no places. Where text is to change with every other byte left alone, or
a line is to be named, `pieces` cuts HTML by the standard's rules for tags; the tokenizer of
Python's own library would take 1.6 seconds for 1,000 pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from selectolax.lexbor import LexborHTMLParser

ADDRESSES = frozenset({"href", "xlink:href", "src", "srcset", "poster", "action", "cite"})
# An address of a `srcset` ends at white space; commas at its end part it from the next one.
CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:,+(?=\s|$)|\s[^,]*|$)")
# What a browser leaves out of an address before it looks at it (URL standard).
IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
# A quote opens a value only after `=`; what is not closed goes to the end, which keeps time linear.
TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)"""
    r"""|</?[a-zA-Z](?:[^>"'=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?|["'])*+(?:>|\Z)""",
    re.DOTALL,
)
NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


class Element(NamedTuple):
    """An element with its attributes, unescaped; `text` is of a script.

    Names are in lower case, but for those that SVG writes otherwise, such as `viewBox`.
    """

    tag: str
    attributes: dict[str, str]
    text: str = ""

    def addresses(self) -> list[tuple[str, str]]:
        """Every address that the element names, with its attribute, as a browser takes it."""
        if ADDRESSES.isdisjoint(self.attributes):
            return []
        addresses = []
        for name, value in self.attributes.items():
            if name == "srcset":
                addresses += [(name, address) for address in CANDIDATE.findall(value)]
            elif name in ADDRESSES:
                addresses.append((name, IGNORED.sub("", value)))
        return addresses


def elements(html: str) -> Iterator[Element]:
    """Every element of a page, or of a part of one, in the order of the tree."""
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root is not None else ():
        tag = (node.tag or "").lower()
        given = node.attributes
        if None in given.values():
            given = {name: value or "" for name, value in given.items()}
        attributes = cast("dict[str, str]", given)
        yield Element(tag, attributes, node.text() if tag == "script" else "")


def pieces(html: str) -> Iterator[tuple[int, str]]:
    """The HTML cut into tags, comments and texts as they are written, with where each begins."""
    end = 0
    for match in TAG.finditer(html):
        if match.start() > end:
            yield end, html[end : match.start()]
        yield match.start(), match[0]
        end = match.end()
    if end < len(html):
        yield end, html[end:]


@lru_cache(maxsize=1 << 14)  # most tags of a site are written alike
def step(piece: str) -> tuple[str, int]:
    """The name of a piece's tag, and 1 where it opens an element, -1 where it closes one.

    The name is empty for a text or a comment; the step is 0 for these and for a tag with `/>`.
    """
    match = NAME.match(piece)
    if match is None:
        return "", 0
    return match[2].lower(), 0 if piece.endswith("/>") else -1 if match[1] else 1


def attributes(tag: str) -> dict[str, str]:
    """The attributes of an opening tag as it is written, unescaped, names in lower case."""
    # As a paragraph: a row without its table would be left out of the tree.
    *_, element = elements(NAME.sub("<p ", tag, count=1))
    return element.attributes
