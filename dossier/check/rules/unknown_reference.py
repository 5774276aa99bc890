"""Every reference names a record that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.messages.phrases import NOUNS, listed, near
from dossier.model import BY_TYPE, Article, Element
from dossier.model.annotations import ClaimRef, ParagraphRef, Ref

WHY = _("A reference that leads nowhere is a statement that a reader cannot check.")
BAD = """\
related:
  - element: cooperation-plan-2042
    relation: follows
"""
GOOD = """\
related:
  - element: cooperation-plan-2024
    relation: follows
"""


FATES = {
    "moved": _("it was moved: write {words}"),
    "merged": _("it was merged: write {words}"),
    "split": _("it was split: write {words}"),
    "retracted": _("it was retracted: write {words}"),
}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each reference that does not resolve, with the nearest id that does."""
    unread = unread_files(dataset)
    claims = {f"{e.id}#{c.id}" for e in dataset.of(Element).values() for c in e.claims}
    paragraphs = {f"{a.id}#{p.id}" for a in dataset.articles.values() for p in a.paragraphs}
    stones = dataset.tombstones.tombstones if dataset.tombstones else ()
    gone: dict[tuple[str, str], Message] = {
        (stone.type, stone.id): FATES[stone.fate].given(words=listed(stone.to))
        for stone in stones
        if stone.to
    }
    for record, path, value, mark in dataset.marks:
        known: Sequence[str] | set[str] | dict[str, object]
        if isinstance(mark, Ref):
            known, what, folder = dataset.records[mark.to], mark.to, BY_TYPE[mark.to].FOLDER
        elif isinstance(mark, ClaimRef):
            known, what, folder = claims, "claim", Element.FOLDER
        elif isinstance(mark, ParagraphRef):
            known, what, folder = paragraphs, "paragraph", Article.FOLDER
        else:
            continue
        if value not in known and (folder, value.partition("#")[0]) not in unread:
            message = _("there is no {what} `{name}`", what=NOUNS[what], name=value)
            other = _("name an existing {what}, or add the one that is meant", what=NOUNS[what])
            remedy = gone.get((what, value)) or near(value, sorted(known)) or other
            yield Problem(record, path, message, remedy)
