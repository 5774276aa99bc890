"""What would do something in a comment on a forge: its Markdown is rendered and looked through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.forge.review.comment import MARKER

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TITLES = {
    f"<summary>{title}</summary>" for title in ("In English", "Страницы", "Pages", "git apply")
}
OURS = {MARKER, "<details>", *TITLES, "</details>", "<!-- -->", ""}
# A mention, an issue, an address, a commit; a sign that is parted by a comment is none of these.
LIVE = re.compile(r"@\w|#\w|://|(?i:www\.)|(?i:GH-\d)|(?i:\b[0-9a-f]{7,64}\b)")


def live(comment: str) -> list[str]:
    """All that is not plain text, code, headings and lists, and the signs that a forge acts on.

    A patch is shown as it stands, and nobody can click on it.
    """
    return [told for token in _all(MARKDOWN.parse(comment)) for told in _trouble(token)]


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _trouble(token: Token) -> Iterator[str]:
    if token.type == "fence" and token.info == "diff":
        return
    if token.type in ("link_open", "image", "table_open", "fence", "code_block", "hr", "s_open"):
        yield f"{token.type} {token.attrs or token.content}"
    elif token.type in ("html_block", "html_inline"):
        yield from (line for line in token.content.splitlines() if line not in OURS)
    elif token.type == "text":
        yield from LIVE.findall(token.content)
