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
    elif (found := _slip(lines, mark)) is not None:
        mark, message, remedy = found
    elif any(sign in problem for sign in ("mapping values", "did not find expected key", "block")):
        remedy = _("look at the indentation and the quotes here and on the line above")
    elif "found character that cannot start" in problem:
        remedy = _("put a text that begins with @, `, % or * in double quotes")
    else:
        remedy = _("look at the quotes, brackets and indentation around this place")
    return ParseError(mark, "yaml-syntax", message, remedy)


_NO_SPACE = re.compile(r"(\s*(?:- )?[a-z_]+:)([^\s:/].*)")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"(\s*-)([a-z_]+:(?: .*)?)")


def _slip(lines: list[str], mark: Mark) -> tuple[Mark, Message, Message] | None:
    """A slip of the hand on the line where the reading broke down, or on one of those above it."""
    for number in range(mark.line, max(mark.line - 3, 0), -1):
        line = lines[number - 1] if number <= len(lines) else ""
        indent = len(line) - len(line.lstrip(" "))
        if match := _NO_SPACE.fullmatch(line):
            words = f"{match[1].strip()} {match[2]}"
            message = _("there is no space after the colon")
            return Mark(number, match.end(1) + 1), message, _("write `{words}`", words=words)
        if match := _NO_SPACE_AFTER_HYPHEN.fullmatch(line):
            message = _("there is no space after the hyphen of a list")
            remedy = _("write `{words}`", words=f"- {match[2]}")
            return Mark(number, match.end(1) + 1), message, remedy
        if line.strip() and not line.strip().startswith("#") and indent % 2:
            message = _("this line is indented by an odd number of spaces and fits no level")
            remedy = _("indent by two spaces a level; fields of one level stand below each other")
            return Mark(number, indent + 1), message, remedy
    return None


def unreadable_character(error: yaml.reader.ReaderError, text: str) -> ParseError:
    """The place of a character that YAML does not allow; the C parser counts bytes."""
    before = LINE_BREAK.split(text.encode()[: error.position].decode(errors="ignore"))
    return ParseError(
        Mark(len(before), len(before[-1]) + 1),
        "yaml-encoding",
        _("a control character that YAML does not allow is here"),
        _("delete it; it is often left over from copying out of a PDF"),
    )
