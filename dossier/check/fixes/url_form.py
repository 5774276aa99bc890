"""Tracking parameters go from addresses; every other byte stays."""

from __future__ import annotations

from urllib.parse import unquote_plus, urlsplit

from dossier.check.rules.url_form import TRACKING
from dossier.model.annotations import Mark, Url
from dossier.parsing.nodes import Path


def fix(value: str, marks: tuple[Mark, ...], path: Path) -> str:
    """The address without the parameters that tell where a reader came from."""
    if "?" not in value or not any(isinstance(mark, Url) for mark in marks):
        return value
    try:
        parts = urlsplit(value)
    except ValueError:
        return value
    pieces = parts.query.split("&")
    kept = [piece for piece in pieces if not TRACKING.match(_name(piece))]
    if len(kept) == len(pieces):
        return value
    query = "&".join(kept)
    before, _, rest = value.partition("?" + parts.query)
    return before + (f"?{query}" if query else "") + rest


def _name(piece: str) -> str:
    return unquote_plus(piece.partition("=")[0])
