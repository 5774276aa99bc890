"""Every risk carries an argument against it and evidence against it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _("A register that collects only what speaks for its risks is advocacy, not analysis.")
BAD = """\
arguments_for: [expert-on-dependence]
evidence_for:
  - element: cooperation-plan-2025
    note: {ru: План расширяет обучение.}
"""
GOOD = """\
arguments_for: [expert-on-dependence]
arguments_against: [minister-on-commitments]
evidence_for:
  - element: cooperation-plan-2025
    note: {ru: План расширяет обучение.}
evidence_against:
  - element: csto-exercise-2025
    note: {ru: Участие в учениях ОДКБ не сократилось.}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each side that is missing."""
    for risk in dataset.risks.values():
        if not risk.arguments_against:
            message = _("the risk names nobody who argues against it")
            remedy = _("add `arguments_against:` with the id of an assessment")
            yield Problem(risk, ("arguments_for",), message, remedy, at_key=True)
        if not risk.evidence_against:
            message = _("the risk names no evidence against it")
            remedy = _("add `evidence_against:` with an `element` or an `obligation` and a `note`")
            yield Problem(risk, ("evidence_for",), message, remedy, at_key=True)
