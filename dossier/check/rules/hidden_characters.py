"""No value holds a character that cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.parsing.nodes import scalars

WHY = _(
    "Zero-width spaces and soft hyphens hide words from the search; direction marks can make a "
    "line read otherwise than it is (CVE-2021-42574)."
)
BAD = 'url: "https://example.org/\\u200Bpage"\n'
GOOD = "url: https://example.org/page\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each value with an invisible character, whatever file it is in."""
    for document in dataset.documents:
        # Only an escape such as "\u200B" can bring in what the text of the file does not hold.
        if "\\" not in document.text and _is_visible(document.text):
            continue
        for path, scalar in scalars(document.root):
            value = scalar.value
            if _is_visible(value):
                continue
            for place, char in enumerate(value):
                if _is_hidden(char):
                    before = value[max(0, place - 12) : place].rpartition("\n")[2]
                    message = _("an invisible character, {name}, stands at the beginning")
                    if before:
                        message = _("an invisible character, {name}, stands after “{before}”")
                        message = message.given(before=before)
                    remedy = _("delete it: type this place again instead of copying it")
                    yield Problem(document, path, message.given(name=_name(char)), remedy)
                    break


def _is_visible(text: str) -> bool:
    """Whether all of a text is seen, line breaks and no-break spaces left aside."""
    return text.replace("\n", "").replace("\u00a0", "").isprintable() or not any(
        map(_is_hidden, text)
    )


def _is_hidden(char: str) -> bool:
    return not char.isprintable() and char != "\n" and unicodedata.category(char) != "Zs"


def _name(char: str) -> str:
    """U+200B ZERO WIDTH SPACE; control characters have no names."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character')}"
