"""Hostile text made harmless in a comment: no markup, no mention, no link, no reference.

A title may hold HTML, a Markdown image, `@everybody`, `#1` or a line break; on a forge each of
these would do something. An empty HTML comment parts the signs that a forge looks for: a mention,
an address, the number of an issue, the name of a commit.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from dossier.check.report import printable

_APART = "<!-- -->"
_MARKUP = re.compile(r"([\\`*_\[\]~|$])")
_BLOCK = re.compile(r"^(\d{1,9}(?=[.)](?: |$))|(?=[#+-]))")  # a heading or list, at a line's start
_LIVE = re.compile(r"@|#(?=\\?\w)|(?<=:)//|(?<=[wW]{3})\.|(?<=[Gg][Hh])-(?=\d)")
_COMMIT = re.compile(r"[0-9a-fA-F]{6}(?=[0-9a-fA-F])")


def shortened(text: str, most: int) -> str:
    """The text on one line, cut in the middle of nothing but a word."""
    text = printable(" ".join(text.split()))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(text: str, most: int = 280) -> str:
    """The text as inline Markdown that shows exactly these characters."""
    text = shortened(text, most)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKUP.sub(r"\\\1", text)
    text = _LIVE.sub(lambda match: _parted(match[0]), text)
    text = _COMMIT.sub(r"\g<0>" + _APART, text)
    return _BLOCK.sub(r"\1\\", text)


def _parted(sign: str) -> str:
    return _APART + sign if sign in ("//", ".", "-") else sign + _APART


def sentence(text: str, most: int = 400) -> str:
    """A sentence of the engine, whose `code spans` stay such."""
    parts = shortened(text, most).split("`")
    if len(parts) % 2 == 0:
        return plain(text, most)
    return "".join(
        code(part) if number % 2 else re.sub(r"\S(?:.*\S)?", lambda run: plain(run[0], most), part)
        for number, part in enumerate(parts)
    )


def code(text: str, most: int = 160) -> str:
    """The text as a code span, whatever backticks it holds."""
    text = shortened(text, most)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if longest else ""
    return f"{fence}{edge}{text or ' '}{edge}{fence}"


def link(label: str, target: str) -> str:
    """A link; `label` is Markdown already, `target` an address of ours."""
    return f"[{label}]({quote(target, safe='/:#.-_~?=&%')})"


def contrast(old: str, new: str, most: int = 280) -> tuple[str, str]:
    """Two versions of a text, cut so that where they differ is seen."""
    old, new = (printable(" ".join(text.split())) for text in (old, new))
    if max(len(old), len(new)) <= most:
        return plain(old, most), plain(new, most)
    start = next(
        (i for i, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
        min(len(old), len(new)),
    )
    start = max(0, start - most // 3)
    lead = "…" if start else ""
    return plain(lead + old[start:], most), plain(lead + new[start:], most)
