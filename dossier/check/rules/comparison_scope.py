"""Only a context event serves a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

WHY = _("What the cooperation is compared with is counted and drawn apart from it.")
BAD = "scope: cooperation\ncomparison: members-turkiye\n"
GOOD = "scope: context\ncomparison: members-turkiye\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each comparison on an event of the cooperation itself."""
    for element in dataset.of(Element).values():
        if element.comparison and element.scope != "context":
            message = _("an event of the cooperation serves no comparison")
            remedy = _("write `scope: context`, or delete `comparison`")
            yield Problem(element, ("comparison",), message, remedy, at_key=True)
