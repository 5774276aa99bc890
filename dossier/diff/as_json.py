"""A difference for programs: stable keys, nothing cut and nothing in words."""

from __future__ import annotations

import json
from dataclasses import asdict

from dossier.diff.model import Difference, GradeMove
from dossier.rendering.views.nearby import Sentence

VERSION = 1  # raised when a key changes its meaning or goes


def as_json(found: Difference) -> str:
    """The difference as an object with the keys of `Difference`."""
    tree = {
        "version": VERSION,
        "base": found.base,
        "head": found.head,
        "records": [
            {
                **asdict(change),
                "edits": [
                    {"path": list(e.path), "kind": e.kind, "old": e.old, "new": e.new}
                    for e in change.edits
                ],
            }
            for change in found.records
        ],
        "grades": [_move(move) for move in found.grades],
        "pages": [asdict(page) for page in found.pages],
        "unread": [{**asdict(file), "message": str(file.message)} for file in found.unread],
        "layout_only": list(found.layout_only),
        "nearby": [
            {"type": kind, "id": id_, "sentences": [_sentence(one) for one in near]}
            for kind, id_, near in found.nearby
        ],
        "passages": [asdict(passage) for passage in found.passages],
    }
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"


def _sentence(one: Sentence) -> dict[str, object]:
    return {
        "places": one.places,
        "texts": one.texts,
        "why": one.why,
        "about": one.about,
        "marked": {language: list(words) for language, words in one.marked.items()},
        "old": {language: list(words) for language, words in one.old.items()},
        "answered": one.answered,
    }


def _move(move: GradeMove) -> dict[str, object]:
    return {
        **asdict(move),
        "lower": move.is_lower,
        "left_with_one_origin": move.left_with_one_origin,
    }
