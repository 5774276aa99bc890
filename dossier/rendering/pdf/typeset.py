"""Typst from Python: data in, bytes out; only the fonts that come with the engine are used."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import typst

from dossier.rendering.pdf.kept import Kept

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "fonts"
FONT_FILES = (
    "GolosText-Regular.ttf",
    "GolosText-SemiBold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "SourceSerif4-Italic.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-SemiBold.ttf",
)
LINES = frozenset("\n\t")
# Stands for letters that no font has: in ASCII, since every font surely has that, unlike U+FFFD.
MARK = "[?]"
ARABIC = "\u0600-\u06ff"
# Where a link leads is not printed; what is shown of it stands in a field of its own.
ADDRESSES = frozenset({"address", "archive"})


class TypesettingError(Exception):
    """Typst refused a document; the message is what it said."""


def pdf(template: str, data: Mapping[str, Any], epoch: int, kept: Kept | None = None) -> bytes:
    """A PDF/UA-1 document made from a template and data, dated by `epoch`."""
    inputs = {"book": json.dumps(printable(data), ensure_ascii=False, sort_keys=True)}
    options = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": epoch}
    return _compiled(template, inputs, options, kept)


def number(template: str, data: Mapping[str, Any], name: str) -> int:
    """The number that a template gives under a label of metadata, made from the same data."""
    inputs = {"book": json.dumps(printable(data), ensure_ascii=False, sort_keys=True)}
    with _typesetting_errors():
        answer = typst.query(
            TEMPLATES / template,
            f"<{name}>",
            field="value",
            one=True,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
    return int(json.loads(answer))


def png(template: str, inputs: Mapping[str, str], kept: Kept | None = None) -> bytes:
    """A one-page PNG with a point for a pixel."""
    inputs = {name: _with_glyphs(text) for name, text in inputs.items()}
    return _compiled(template, inputs, {"format": "png", "ppi": 72}, kept)


def drawing(svg: str, kept: Kept | None = None) -> bytes:
    """A PNG of a drawing, with two pixels for each of its units."""
    options = {"format": "png", "ppi": 144}
    return _compiled("drawing.typ", {"svg": _with_glyphs(svg)}, options, kept)


def _compiled(
    template: str, inputs: dict[str, str], options: dict[str, Any], kept: Kept | None
) -> bytes:
    if kept is None:
        return _typeset(template, inputs, options)
    every = json.dumps([_means(), template, inputs, options], sort_keys=True)
    digest = hashlib.sha256(every.encode()).hexdigest()
    return kept.get(digest, lambda: _typeset(template, inputs, options))


@cache
def _means() -> str:
    """A digest of what turns an input into a document: Typst, the templates, the fonts."""
    digest = hashlib.sha256(metadata.version("typst").encode())
    for path in sorted([*TEMPLATES.glob("*.typ"), *(FONTS / name for name in FONT_FILES)]):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _typeset(template: str, inputs: dict[str, str], options: dict[str, Any]) -> bytes:
    with _typesetting_errors():
        output = typst.compile(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            **options,
        )
    return bytes(output)


@contextmanager
def _typesetting_errors() -> Iterator[None]:
    try:
        yield
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic or error.message) from None


def printable(value: Any) -> Any:
    """The same data, with `MARK` for each run of characters that no font here can print.

    PDF/UA allows no missing glyph, and one title in a new alphabet must not stop a build. What
    only steers the text, such as a right-to-left mark, is left out.
    """
    if isinstance(value, str):
        return _with_glyphs(value)
    if isinstance(value, Mapping):
        return {
            name: item if name in ADDRESSES else printable(item) for name, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    return value


def unprintable(value: Any) -> set[str]:
    """The characters of some data that `printable` has put a mark for."""
    if isinstance(value, str):
        return set("".join(_missing().findall(_without_steering(value))))
    if isinstance(value, Mapping):
        shown = (item for name, item in value.items() if name not in ADDRESSES)
        return set().union(*map(unprintable, shown))
    if isinstance(value, list | tuple):
        return set().union(*map(unprintable, value))
    return set()


@cache
def coverage() -> frozenset[str]:
    """Every character that the fonts can print, from `fonts/coverage.txt`."""
    known: set[str] = set()
    for line in (FONTS / "coverage.txt").read_text("ascii").split():
        first, _, last = line.partition("-")
        known.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(known)


def _with_glyphs(text: str) -> str:
    return _missing().sub(MARK, _without_steering(text))


def _without_steering(text: str) -> str:
    if text.isascii():
        return text
    known = coverage()
    return "".join(c for c in text if c in known or unicodedata.category(c) != "Cf")


@cache
def _missing() -> re.Pattern[str]:
    """Runs of unknown characters, and of accents on a letter that only another font has.

    Each character may be known and the two together still have no font.
    """
    known = re.escape("".join(sorted(coverage() | LINES)))
    accents = "".join(sorted(c for c in coverage() if unicodedata.category(c) == "Mn"))
    arabic = "".join(re.findall(f"[{ARABIC}]", accents))
    other = "".join(re.findall(f"[^{ARABIC}]", accents))
    return re.compile(
        f"(?:[^{known}][{accents}]*|(?<![{ARABIC}])[{arabic}]+|(?<=[\u0530-\u06ff])[{other}]+)+"
    )


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the engine. Typst sets a text without its font as nothing, and says nothing."""
    if missing := [name for name in FONT_FILES if not (FONTS / name).is_file()]:
        raise TypesettingError(f"fonts are missing in {FONTS}: {', '.join(missing)}; restore them")
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
