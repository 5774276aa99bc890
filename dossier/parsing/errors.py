"""Why a file cannot be read as plain YAML: the rule it breaks, the place, and what helps."""

from __future__ import annotations

import re
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
    return Mark(place.line + 1, place.column + 1) if place else START


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> ParseError:
    """PyYAML's error in an editor's words, with a remedy for the commonest mistakes."""
    mark = mark_of(error.problem_mark or error.context_mark)
    lines = LINE_BREAK.split(text)
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    problem = error.problem or "the text cannot be read"
    message = _("this is not valid YAML: {problem}", problem=problem)
    if "\t" in line:
        mark = Mark(mark.line, line.index("\t") + 1)
        message = _("a tab character stands here")
        if line[: mark.column - 1].strip(" -") == "":
            message = _("a tab character stands in the indentation")
        remedy = _("write spaces in its place; indent with two for each level")
    elif "quoted scalar" in (error.context or "") and "end of stream" in problem:
        mark = mark_of(error.context_mark)
        message = _("the quotation mark that opens here is never closed")
        remedy = _("close it where the text ends; inside '…' write an apostrophe twice")
    elif "mapping values are not allowed" in problem and ": " in line[: mark.column - 1]:
        message = _("a colon and a space stand in the middle of a text")
        remedy = _("put a text that holds a colon and a space in double quotes")
    elif any(sign in problem for sign in ("mapping values", "did not find expected key", "block")):
        remedy = _("look at the indentation and the quotes here and on the line above")
    elif "found character that cannot start" in problem:
        remedy = _("put a text that begins with @, `, % or * in double quotes")
    else:
        remedy = _("look at the quotes, brackets and indentation around this place")
    return ParseError(mark, "yaml-syntax", message, remedy)


def unreadable_character(error: yaml.reader.ReaderError, text: str) -> ParseError:
    """The place of a character that YAML does not allow; the C parser counts bytes."""
    before = LINE_BREAK.split(text.encode()[: error.position].decode(errors="ignore"))
    return ParseError(
        Mark(len(before), len(before[-1]) + 1),
        "yaml-encoding",
        _("a control character that YAML does not allow is here"),
        _("delete it; it is often left over from copying out of a PDF"),
    )
