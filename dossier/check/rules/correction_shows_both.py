"""A correction keeps the old value beside the new one, and names the source it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import listed

WHY = _(
    "A reader who cited the old value must be able to see that it was wrong, what is right and "
    "why. Without the old value a correction erases; without a source it only asserts."
)
BAD = """\
history:
  - date: 2026-12-01
    kind: correction
    note: {ru: День подписания исправлен., en: The day of signing was corrected.}
"""
GOOD = """\
history:
  - date: 2026-12-01
    kind: correction
    note: {ru: День подписания исправлен., en: The day of signing was corrected.}
    old: {ru: 13 сентября 2018 года, en: 13 September 2018}
    new: {ru: 15 сентября 2018 года, en: 15 September 2018}
    source: gazette-2018
"""

PARTS = ("old", "new", "source")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each correction that leaves out a part of the account."""
    for record in dataset.all_records():
        for index, change in enumerate(record.history):
            missing = [name for name in PARTS if getattr(change, name) is None]
            if change.kind == "correction" and missing:
                fields = listed(missing)
                message = _("the correction leaves out {fields}", fields=fields)
                remedy = _("add {fields}, or write another `kind:` if nothing was wrong")
                path = ("history", index, "kind")
                yield Problem(record, path, message, remedy.given(fields=fields))
