"""The line of HTML by which another site shows a page of ours in a frame."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from dossier.model import Text

FOLDER = "embed"


def code(
    address: Callable[[str], str], language: str, page: str, title: Text | str, height: int = 480
) -> str:
    """The line for the page to be framed that stands for `page`; nothing without an address.

    `address` makes an address of the site whole, `height` is in pixels.
    """
    whole = address(framed(page))
    title_text = title.in_language(language) if isinstance(title, Text) else title
    return whole and (
        f'<iframe src="{escape(whole)}" title="{escape(title_text)}" width="100%" height="{height}"'
        ' loading="lazy"></iframe>'
    )


def framed(page: str) -> str:
    """The address of the page to be framed that shows what stands on `page`."""
    return f"{FOLDER}/{page}"
