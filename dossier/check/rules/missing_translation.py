"""Every text has its English version, that of a published record without exception."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Record, Text
from dossier.model.annotations import Prose
from dossier.parsing.findings import Severity

SEVERITY = "warning"
WHY = _(
    "Half of the readers read English. Without it they are shown the Russian text with a label, "
    "so that nothing is lost, but not everybody can read it."
)
BAD = "title:\n  ru: Подписан план сотрудничества\n"
GOOD = "title:\n  ru: Подписан план сотрудничества\n  en: Cooperation plan signed\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each text without English: an error where the record is published."""
    for record, path, value, _mark in dataset.marked(Prose):
        if isinstance(value, Text) and value.en is None:
            name = next(step for step in reversed(path) if isinstance(step, str))
            message = _("`{name}` has no English version", name=name)
            remedy = _("add `en:` below `ru:` when it is translated")
            severity: Severity = "error" if _is_published(record) else "warning"
            yield Problem(record, path, message, remedy, severity=severity)


def _is_published(record: Record) -> bool:
    """Whether readers are shown the record as finished; a record without a state is."""
    return getattr(record, "review", "published") not in ("draft", "in_review")
