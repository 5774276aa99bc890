"""What the built pages use: the files they name and the classes they carry, in one reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ASSETS = "assets"  # the folders, one a language, with what a page loads beside its text
CLASSES = re.compile(r"""class(?:Name)?\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
WORD = re.compile(r"[\w-]+")
# What may stand before the name of a file: a quote, a part of its address, a size in a `srcset`.
BEFORE = re.compile(r"""[\s"'`=/\\(),;<>]""")
LONGEST = 255  # bytes of a file's name


@dataclass(slots=True)
class Used:
    """The names of assets that occur in pages, and all classes there."""

    files: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)


def assets_of(site: Path) -> set[Path]:
    """The files below any folder for assets."""
    return {
        path
        for path in site.rglob("*")
        if path.is_file() and ASSETS in path.relative_to(site).parts
    }


def used(site: Path) -> Used:
    """What is used on the pages below `site`.

    A name counts wherever it occurs: a script may take an address from any attribute.
    """
    use = Used()
    ends = _ends(path.suffix for path in assets_of(site))
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8", errors="replace")
        for end in ends.finditer(html):
            start = max(0, end.start() - LONGEST)
            use.files.add(BEFORE.split(html[start : end.end()])[-1])
        for value in set(CLASSES.findall(html)):
            use.classes.update(WORD.findall(value))
    return use


def _ends(suffixes: Iterable[str]) -> re.Pattern[str]:
    """How the name of a file of one of these kinds ends; it begins with the dot, to be quick."""
    kinds = sorted({suffix.removeprefix(".") for suffix in suffixes} - {""})
    return re.compile(rf"\.(?:{'|'.join(map(re.escape, kinds))})\b" if kinds else r"\Z(?!\Z)")
