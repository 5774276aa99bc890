"""Whether a comment that came from a fork's run is of the kind that our own run makes.

The run of a pull request is the change's own code, so that the text may be anything. What would do
something on GitHub (a mention, a link, an image, a reference, markup) is refused, not cleaned: our
own text never holds it.
"""

from __future__ import annotations

import re
import unicodedata

from dossier.forge.review.report import ENGLISH, MARKER

MOST_CHARACTERS = 64_000
APART = "<!-- -->"
_HTML = frozenset({*ENGLISH, "</details>"})
# A bar may begin a table, whose cells part what looks like a code span; tildes may fence a diagram.
_LIVE = re.compile(
    r"@|<|\]\(|\]\[|\]:|!\[|://|(?i:www\.)|#\w|(?i:\bGH-\d)|\$|&(?!amp;|lt;|gt;)|[|~]"
)


def trouble(text: str) -> str | None:
    """What is wrong with a comment; None if nothing is."""
    if len(text) > MOST_CHARACTERS:
        return f"it has more than {MOST_CHARACTERS:,} characters"
    lines = text.split("\n")
    if lines[0] != MARKER:
        return "it does not begin with the marker"
    hidden = next((c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")), None)
    if hidden is not None:
        return f"it holds the invisible character U+{ord(hidden):04X}"
    for number, line in enumerate(lines[1:], 2):
        following = lines[number] if number < len(lines) else ""
        if line in _HTML:
            if following not in ("", *_HTML):
                return f"line {number}: text follows markup"
        elif found := _trouble_in(line):
            return f"line {number}: {found}"
    return None


def _trouble_in(line: str) -> str | None:
    if re.search(rf"(?:^|\s){APART}", line):
        return "a comment stands where markup would begin"
    shown = _without_code(line)
    if shown is None:
        return "a code span does not end"
    for mark in (f"@{APART}", f"#{APART}", f":{APART}//", f"{APART}.", f"{APART}-"):
        shown = shown.replace(mark, " ")
    if found := _LIVE.search(shown):
        return f"it holds {found[0]!r}, which would do something"
    return None


def _without_code(line: str) -> str | None:
    """The line without code spans and without signs that a backslash makes harmless."""
    kept, place = [], 0
    while place < len(line):
        run = re.compile(r"`+").match(line, place)
        if line[place] == "\\" and line[place + 1 : place + 2] in _SIGNS:
            place += 2
        elif run:
            end = re.compile(rf"(?<!`){run[0]}(?!`)").search(line, run.end())
            if end is None:
                return None
            place = end.end()
        else:
            kept.append(line[place])
            place += 1
    return "".join(kept)


_SIGNS = frozenset("\\`*_[]~|$")
