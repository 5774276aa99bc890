"""A statement cites a source once for one place in it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.parsing.nodes import Path

SEVERITY = "warning"
WHY = _("The same line twice looks like two confirmations, and one of them is a slip of the hand.")
BAD = """\
cites:
  - source: 180-news
    shows: {ru: число участников учения, en: the number of participants}
  - source: 180-news
    shows: {ru: число участников и место, en: the number of participants and the place}
"""
GOOD = """\
cites:
  - source: 180-news
    shows: {ru: число участников и место, en: the number of participants and the place}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each citation that repeats an earlier one beside it."""
    seen: set[tuple[str, Path, str, str | None, str]] = set()
    for record, path, cite in dataset.citations:
        place = (record.document.path, path[:-1], cite.source, cite.locator, cite.stance)
        if place in seen:
            message = _("`{source}` is cited here already", source=cite.source)
            remedy = _("put both lines into one, or name another place with `locator`")
            yield Problem(record, (*path, "source"), message, remedy)
        seen.add(place)
