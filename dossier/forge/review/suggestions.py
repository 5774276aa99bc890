"""What a machine can mend, as suggestions that a reviewer applies with one click."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.check.fixes import all_fixes
from dossier.dataset import Dataset
from dossier.forge.review.history import Change
from dossier.formatting import Refused, formatted, model_of
from dossier.formatting.moves import fix_of

MOST = 40
MOST_CHARACTERS = 30_000  # a comment on GitHub has at most 65,536
MOST_FILES = 300  # GitHub shows no more in one change
MOST_LINES = 2_000  # of a file: comparing lines takes the square of those that are alike


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines `first` to `last` of a file, and what should stand there."""

    path: str
    first: int
    last: int
    text: str

    @property
    def can_be_shown(self) -> bool:
        """Whether a reviewer sees all of what a click would put into the file."""
        seen = self.text.replace("\n", "").replace("\u00a0", "")
        return len(self.text) <= MOST_CHARACTERS and (seen + self.path).isprintable()

    @property
    def block(self) -> str:
        """The block of Markdown that GitHub makes a button of."""
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", self.text)), 0)
        return f"{fence}suggestion\n{self.text}\n{fence}"


def suggestions(change: Change, head: Dataset) -> list[Suggestion]:
    """What `dossier fmt --fix` would change in lines that the change itself has written."""
    touched = set(change.paths)
    fixes = (*all_fixes().values(), fix_of(head.stones))
    proposed: list[Suggestion] = []
    for document in [entry for entry in head.documents if entry.path in touched][:MOST_FILES]:
        model = model_of(Path(document.path))
        if model is None:
            continue
        try:
            after = formatted(document.text.encode(), model, fixes)
        except Refused:
            continue
        replaced = list(_replaced(document.path, document.text, after))
        added = change.added_lines(document.path) if replaced else set()
        proposed += [
            suggestion
            for suggestion in replaced
            if set(range(suggestion.first, suggestion.last + 1)) <= added
        ]
        if len(proposed) >= MOST:
            break
    return proposed[:MOST]


def _replaced(name: str, before: str, after: str) -> Iterator[Suggestion]:
    # Lines as git and GitHub count them: U+2028 and the like, which a fix takes out, end none.
    old, new = ([line.rstrip("\r") for line in text.split("\n")] for text in (before, after))
    if max(len(old), len(new)) > MOST_LINES:
        return
    for tag, first, last, start, end in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "replace":
            if last - first == end - start:  # line by line, each can be taken or left
                for offset in range(last - first):
                    number = first + offset + 1
                    yield Suggestion(name, number, number, new[start + offset])
            else:
                yield Suggestion(name, first + 1, last, "\n".join(new[start:end]))
