"""A difference for programs: stable keys, nothing cut and nothing in words."""

from __future__ import annotations

import json
from dataclasses import asdict

from dossier.diff.model import Difference, GradeMove
from dossier.rendering.views.nearby import Sentence

VERSION = 1  # raised when a key changes its meaning or goes


def as_json(difference: Difference) -> str:
    """The difference as an object with the keys of `Difference`."""
    tree = {
        "version": VERSION,
        "base": difference.base,
        "head": difference.head,
        "records": [
            {
                **asdict(change),
                "edits": [
                    {"path": e.path, "kind": e.kind, "old": e.old, "new": e.new}
                    for e in change.edits
                ],
            }
            for change in difference.records
        ],
        "grades": [_move(move) for move in difference.grades],
        "pages": [asdict(page) for page in difference.pages],
        "unread": [{**asdict(file), "message": str(file.message)} for file in difference.unread],
        "layout_only": difference.layout_only,
        "nearby": [
            {"type": kind, "id": id_, "sentences": [_sentence(one) for one in near]}
            for kind, id_, near in difference.nearby
        ],
        "passages": [asdict(passage) for passage in difference.passages],
    }
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"


def _sentence(one: Sentence) -> dict[str, object]:
    """A sentence without the record that holds it, which `places` name."""
    keys = ("places", "texts", "why", "about", "marked", "old", "answered")
    return {key: getattr(one, key) for key in keys}


def _move(move: GradeMove) -> dict[str, object]:
    return {
        **asdict(move),
        "lower": move.is_lower,
        "left_with_one_origin": move.left_with_one_origin,
    }
