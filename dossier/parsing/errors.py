"""Why a file cannot be read as plain YAML: the rule it breaks, the place, and what helps."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from dossier.messages import Message, _
from dossier.parsing.findings import Finding

# What YAML 1.1 counts as the end of a line; `str.splitlines` counts more.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


START = Mark(1, 1)


class ParseError(Exception):
    """A file that cannot be read as one plain YAML mapping; `finding` says why."""

    def __init__(self, mark: Mark, rule: str, message: Message, remedy: Message) -> None:
        super().__init__(str(message))
        self.finding = Finding("", *mark, rule, message, remedy)


def mark_of(place: Any) -> Mark:
    """The place that the parser gives, counted from 1."""
    return _mark(place.line + 1, place.column + 1) if place else START


@lru_cache(maxsize=65536)
def _mark(line: int, column: int) -> Mark:
    """The same places come again in file after file; each is kept once."""
    return Mark(line, column)


def unreadable_character(error: yaml.reader.ReaderError, text: str) -> ParseError:
    """The place of a character that YAML does not allow; the C parser counts bytes."""
    before = LINE_BREAK.split(text.encode()[: error.position].decode(errors="ignore"))
    return ParseError(
        Mark(len(before), len(before[-1]) + 1),
        "yaml-encoding",
        _("a control character that YAML does not allow is here"),
        _("delete it; it is often left over from copying out of a PDF"),
    )
