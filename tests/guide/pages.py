"""What the guide, the READMEs and the notes for contributors ask a reader to type or to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
PLACE = re.compile(r"# (?P<path>data/\S+?\.yml)(?P<part>, .+)?\n")
COMMAND = re.compile(r"(?:dossier|make|git|\.venv/bin/dossier) \S")

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        *(ROOT / "docs").glob("*/editing/*.md"),
        *ROOT.glob("README*.md"),
        *ROOT.glob("CONTRIBUTING*.md"),
    )
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, its text and the line that it begins on."""

    language: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """Every fenced block of a page, in order."""
    text = (ROOT / page).read_text("utf-8")
    for match in FENCE.finditer(text):
        yield Block(match[1], match[2], text.count("\n", 0, match.start()) + 1)


def commands_in_prose(page: str) -> set[str]:
    """Commands that stand in the sentences of a page, with at least one argument."""
    text = FENCE.sub("", (ROOT / page).read_text("utf-8"))
    return {code for code in INLINE.findall(text) if COMMAND.match(code)}
