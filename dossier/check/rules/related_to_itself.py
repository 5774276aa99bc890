"""No record refers to itself."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import NOUNS
from dossier.model.annotations import Ref

WHY = _("A link that leads to where the reader already is tells nothing; another id was meant.")
BAD = """\
id: cooperation-plan-2025
related:
  - element: cooperation-plan-2025
    relation: follows
"""
GOOD = """\
id: cooperation-plan-2025
related:
  - element: cooperation-plan-2024
    relation: follows
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each reference of a record to its own id."""
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Ref) and value == record.id and mark.to == record.TYPE:
            remedy = _("name the other {what} that is meant, or delete the entry")
            remedy = remedy.given(what=NOUNS[mark.to])
            yield Problem(record, path, _("`{id}` refers to itself", id=value), remedy)
