"""Typst from Python: data in, bytes out; only the fonts that come with the engine are used."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"
LINES = frozenset("\n\t")


class TypesettingFailed(Exception):
    """Typst refused a document; the message is what it said."""


def pdf(template: str, data: Mapping[str, Any], epoch: int) -> bytes:
    """A PDF/UA-1 document made from a template and data, dated by `epoch`."""
    inputs = {"book": json.dumps(printable(data), ensure_ascii=False, sort_keys=True)}
    try:
        made = typst.compile(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
            timestamp=epoch,
        )
    except typst.TypstError as error:
        raise TypesettingFailed(error.diagnostic or error.message) from None
    return bytes(made)


def png(template: str, inputs: Mapping[str, str]) -> bytes:
    """A one-page PNG with a point for a pixel."""
    try:
        made = typst.compile(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="png",
            ppi=72,
            sys_inputs={name: _with_glyphs(text) for name, text in inputs.items()},
        )
    except typst.TypstError as error:
        raise TypesettingFailed(error.diagnostic or error.message) from None
    return bytes(made)


def printable(value: Any) -> Any:
    """The same data, with U+FFFD for every character that no font here can print.

    PDF/UA allows no missing glyph, and one title in a new alphabet must not stop a build.
    """
    if isinstance(value, str):
        return _with_glyphs(value)
    if isinstance(value, Mapping):
        return {name: printable(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    return value


def unprintable(value: Any) -> set[str]:
    """The characters of some data that no font here can print."""
    if isinstance(value, str):
        return set(value) - coverage() - LINES
    if isinstance(value, Mapping):
        return set().union(*map(unprintable, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(unprintable, value))
    return set()


@cache
def coverage() -> frozenset[str]:
    """Every character that the fonts can print, from `fonts/coverage.txt`."""
    found: set[str] = set()
    for line in (FONTS / "coverage.txt").read_text("ascii").split():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def _with_glyphs(text: str) -> str:
    return _missing().sub("\N{REPLACEMENT CHARACTER}", text)


@cache
def _missing() -> re.Pattern[str]:
    known = "".join(sorted(coverage() | LINES))
    return re.compile(f"[^{re.escape(known)}]")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
