"""Records whose fields stand in another order than usual, such as one added at a file's end."""

from __future__ import annotations

import difflib
from pathlib import Path

from dossier.dataset import Dataset
from dossier.forge.review.history import Change
from dossier.forge.review.suggestions import MOST_FILES, MOST_LINES
from dossier.forge.stale import patch_of
from dossier.formatting import Refused, formatted, model_of


def unformatted(change: Change, head: Dataset) -> dict[str, str]:
    """Patches that put the layout of touched records right, by their path.

    What can be a suggestion, a line that is written anew in its place, is none of them.
    """
    touched, patches = set(change.paths), {}
    for document in [entry for entry in head.documents if entry.path in touched][:MOST_FILES]:
        model, text = model_of(Path(document.path)), document.text
        if model is None or text.count("\n") > MOST_LINES:
            continue
        try:
            after = formatted(text.encode(), model)
        except Refused:
            continue
        if _moves(text.splitlines(), after.splitlines()):
            patches[document.path] = patch_of(document.path, text, after)
    return patches


def _moves(old: list[str], new: list[str]) -> bool:
    steps = difflib.SequenceMatcher(None, old, new).get_opcodes()
    return any(tag in ("insert", "delete") for tag, *_ in steps)
