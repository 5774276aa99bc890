"""Why a file cannot be read as plain YAML: the rule it breaks, the place, and what helps."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

# What YAML 1.1 counts as the end of a line; `str.splitlines` counts more.
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Mark(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


START = Mark(1, 1)


class Malformed(Exception):
    """A file that cannot be read as one plain YAML mapping; carries the rule it breaks."""

    def __init__(self, rule: str, mark: Mark, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule, self.mark, self.message, self.remedy = rule, mark, message, remedy


def mark_of(place: Any) -> Mark:
    """The place that the parser gives, counted from 1."""
    return Mark(place.line + 1, place.column + 1) if place else START


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> Malformed:
    """PyYAML's error in an editor's words, with a remedy for the commonest mistakes."""
    mark = mark_of(error.problem_mark or error.context_mark)
    lines = LINE_BREAK.split(text)
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    problem = error.problem or "the text cannot be read"
    if "\t" in line:
        mark = Mark(mark.line, line.index("\t") + 1)
        where = "in the indentation" if line[: mark.column - 1].strip(" -") == "" else "here"
        return Malformed(
            "yaml-syntax",
            mark,
            f"a tab character stands {where}",
            "write spaces in its place; indent with two for each level",
        )
    if error.context and "quoted scalar" in error.context and "end of stream" in problem:
        return Malformed(
            "yaml-syntax",
            mark_of(error.context_mark),
            "the quotation mark that opens here is never closed",
            "close it where the text ends; inside '…' write an apostrophe twice",
        )
    if "mapping values are not allowed" in problem and ": " in line[: mark.column - 1]:
        return Malformed(
            "yaml-syntax",
            mark,
            "a colon and a space stand in the middle of a text",
            "put a text that holds a colon and a space in double quotes",
        )
    if any(sign in problem for sign in ("mapping values", "did not find expected key", "block")):
        remedy = "look at the indentation and the quotes here and on the line above"
    elif "found character that cannot start" in problem:
        remedy = "put a text that begins with @, `, % or * in double quotes"
    else:
        remedy = "look at the quotes, brackets and indentation around this place"
    return Malformed("yaml-syntax", mark, f"this is not valid YAML: {problem}", remedy)


def unreadable_character(error: yaml.reader.ReaderError, text: str) -> Malformed:
    """The place of a character that YAML does not allow; the C parser counts bytes."""
    before = LINE_BREAK.split(text.encode()[: error.position].decode(errors="ignore"))
    mark = Mark(len(before), len(before[-1]) + 1)
    return Malformed(
        "yaml-encoding",
        mark,
        "a control character that YAML does not allow is here",
        "delete it; it is often left over from copying out of a PDF",
    )
