"""What is wrong with a file that is no YAML: libyaml's errors in an editor's words.

libyaml names the place at which it gave up, which is often far below the slip. A quotation mark
that was left open is therefore looked for in the text itself.
"""

from __future__ import annotations

import re

import yaml

from dossier.messages import Advice, Message, _
from dossier.parsing.errors import LINE_BREAK, Mark, ParseError, mark_of

Slip = tuple[Mark, Message, Message]

_LOOK_AROUND = _("look at the quotes, brackets and indentation around this place")
_LEVELS = _("look at the indentation and the quotes here and on the line above")
_QUOTED = _("put the whole text in double quotes")
_SPECIAL = _("a text cannot begin with this character")

# Parts of what libyaml says, in the order in which they are tried, and what is said instead.
_PROBLEMS: dict[str, Advice] = {
    "expected ',' or ']'": (
        _("the square bracket that opens here is not closed, or a comma is missing after it"),
        _("close it, or write each item on a line of its own with a hyphen and a space before it"),
    ),
    "expected ',' or '}'": (
        _("the brace that opens here is not closed, or a comma is missing after it"),
        _("close it, or write each field on a line of its own"),
    ),
    "expected node content": (
        _("a value is missing here, or a bracket above is not closed"),
        _LOOK_AROUND,
    ),
    "expected '-' indicator": (
        _("a list stands at this level, and this line is no item of it"),
        _("begin the line with a hyphen and a space, or indent it as the field that it belongs to"),
    ),
    "expected key": (_("this line is no field, or its indentation fits no level"), _LEVELS),
    "expected ':'": (
        _("this line is neither a field with a colon nor an item of a list"),
        _("write `field: text`; a text stands on one line, after the name of its field"),
    ),
    "mapping values": (_("no field can begin here"), _LEVELS),
    "block sequence entries": (
        _("a list cannot begin on the line of its field"),
        _("put each item on a line of its own below the field, indented by two spaces"),
    ),
    "mapping keys": (_("a value begins with a question mark and a space"), _QUOTED),
    "document indicator": (
        _("`---` or `...` stands in the middle of a text"),
        _("take the line out; a file holds one record"),
    ),
    "<document start>": (
        _("the record has ended before this line"),
        _("let all fields of one level begin at the same column; take out `...` and `%`"),
    ),
    "directive": (_SPECIAL, _QUOTED),
    "start any token": (_SPECIAL, _("put a text that begins with @, `, % or * in double quotes")),
    "an alias": (_SPECIAL, _QUOTED),
    "an anchor": (_SPECIAL, _QUOTED),
    "a tag": (_SPECIAL, _QUOTED),
    "tag handle": (_SPECIAL, _QUOTED),
    "a quoted scalar": (
        _("a backslash in double quotes begins a character that there is not"),
        _("write the backslash twice, or put the text in single quotes"),
    ),
    "a block scalar": (
        _("a text of several lines begins with `|` or `>` and is laid out wrongly"),
        _("write the text on one line, after the name of its field"),
    ),
}
# Those whose slip is where the bracket, the line without a colon or the text begins.
_AT_BEGINNING = ("expected ','", "expected ':'", "directive", "an alias", "an anchor", "a tag")


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> ParseError:
    """PyYAML's error in an editor's words: the place of the slip, what it is, what helps."""
    mark = mark_of(error.problem_mark or error.context_mark)
    lines = LINE_BREAK.split(text)
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    slip = _tab(line, mark) or _quote(lines, mark.line)
    if not slip and "mapping values" in (error.problem or "") and ": " in line[: mark.column - 1]:
        message = _("a colon and a space stand in the middle of a text")
        slip = mark, message, _("put a text that holds a colon and a space in double quotes")
    place, message, remedy = slip or _slip(lines, mark) or _libyaml_slip(error, mark)
    return ParseError(place, "yaml-syntax", message, remedy)


def _libyaml_slip(error: yaml.MarkedYAMLError, mark: Mark) -> Slip:
    """What libyaml says, in an editor's words."""
    problem = f"{error.problem}; {error.context}"
    if any(words in problem for words in _AT_BEGINNING):
        mark = mark_of(error.context_mark)
    default = _("this is not valid YAML"), _LOOK_AROUND
    return mark, *next((advice for words, advice in _PROBLEMS.items() if words in problem), default)


def _tab(line: str, mark: Mark) -> Slip | None:
    if "\t" not in line:
        return None
    message = _("a tab character stands here")
    mark = Mark(mark.line, line.index("\t") + 1)
    if line[: mark.column - 1].strip(" -") == "":
        message = _("a tab character stands in the indentation")
    return mark, message, _("write spaces in its place; indent with two for each level")


# What may stand before a value on its line, and the end of a value in quotes.
_SINGLE, _DOUBLE = r"(?:[^']|'')*+'(?!')", r'(?:[^"\\]|\\.)*+"'
_BEFORE = re.compile(
    r"\s*(?:- +)*(?:[^\s'\"#\[\]{},:]+: +)?"
    rf"(?:[\[{{](?:[^'\"]|(?<=[\[{{,: ])(?:'{_SINGLE}|\"{_DOUBLE}))*+(?<=[\[{{,: ]))?(?=['\"])"
)
_END = {"'": re.compile(_SINGLE), '"': re.compile(_DOUBLE)}
_REST = re.compile(r"[\s\]},]*(?:: .*|:|#.*)?")  # such as a key in quotes, or a remark


def _quote(lines: list[str], last: int) -> Slip | None:
    """The first value in quotes, up to the line `last`, behind whose end something else stands."""
    number, opened = 1, None
    at = 0
    while number <= min(last, len(lines)):
        line = lines[number - 1]
        if opened is None:
            if not (before := _BEFORE.match(line)):
                number += 1
                continue
            at = before.end()
            opened = Mark(number, at + 1)
            at += 1
        sign = lines[opened.line - 1][opened.column - 1]
        if not (end := _END[sign].match(line, at)):
            number, at = number + 1, 0
            continue
        if not _REST.fullmatch(line, end.end()):
            return _broken_quote(opened, number)
        number, opened = number + 1, None
    return _broken_quote(opened, 0) if opened else None


def _broken_quote(opened: Mark, end: int) -> Slip:
    """A quotation mark that was left open, or whose text ends too soon on its own line."""
    remedy = _("close it where the text ends; inside '…' write an apostrophe twice")
    if end == opened.line:
        message = _("the text in quotes that begins here is followed by something else")
        remedy = _("inside '…' write an apostrophe twice; inside “…” use «…» or a backslash and \"")
        return opened, message, remedy
    return opened, _("the quotation mark that opens here is never closed"), remedy


_NO_SPACE = re.compile(r"(\s*(?:- )?[a-z_]+:)([^\s:/].*)")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"(\s*-)([a-z_]+:(?: .*)?)")


def _slip(lines: list[str], mark: Mark) -> Slip | None:
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
