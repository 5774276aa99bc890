"""Every text has its English version."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Text
from dossier.model.annotations import Prose

SEVERITY = "warning"
WHY = _(
    "Half of the readers read English. Without it they are shown the Russian text with a label, "
    "so that nothing is lost, but not everybody can read it."
)
BAD = "title:\n  ru: Подписан план сотрудничества\n"
GOOD = "title:\n  ru: Подписан план сотрудничества\n  en: Cooperation plan signed\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each text without English."""
    for record, path, value, _mark in dataset.marked(Prose):
        if isinstance(value, Text) and value.en is None:
            name = next(step for step in reversed(path) if isinstance(step, str))
            message = _("`{name}` has no English version", name=name)
            yield Problem(record, path, message, _("add `en:` below `ru:` when it is translated"))
