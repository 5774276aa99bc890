"""What a machine can mend, as suggestions that a reviewer applies with one click."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.check.fixes import all_fixes
from dossier.forge.review.history import Change
from dossier.formatting import Refused, formatted, model_of
from dossier.parsing.nodes import MAX_BYTES

MOST = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines `first` to `last` of a file, and what should stand there."""

    path: str
    first: int
    last: int
    text: str


def suggestions(change: Change, data: Path) -> list[Suggestion]:
    """What `dossier fmt --fix` would change in lines that the change itself has written."""
    found: list[Suggestion] = []
    for name in change.paths:
        path = change.place / name
        if not name.startswith(f"{data.name}/") or path.is_symlink() or not path.is_file():
            continue
        model = model_of(path)
        if model is None or path.stat().st_size > MAX_BYTES:
            continue
        try:
            before = path.read_bytes()
            after = formatted(before, model, tuple(all_fixes().values()))
        except Refused:
            continue
        added = change.added_lines(name)
        found += [
            one
            for one in _replaced(name, before.decode("utf-8-sig"), after)
            if set(range(one.first, one.last + 1)) <= added
        ]
    return found[:MOST]


def _replaced(name: str, before: str, after: str) -> Iterator[Suggestion]:
    # Lines as git and GitHub count them: U+2028 and the like, which a fix takes out, end none.
    old, new = ([line.rstrip("\r") for line in text.split("\n")] for text in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "replace":
            if last - first == end - start:  # line by line, each can be taken or left
                for offset in range(last - first):
                    number = first + offset + 1
                    yield Suggestion(name, number, number, new[start + offset])
            else:
                yield Suggestion(name, first + 1, last, "\n".join(new[start:end]))
