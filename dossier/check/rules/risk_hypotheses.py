"""A risk weighs every item of evidence under all its hypotheses, `no-effect` among them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import listed, near
from dossier.model import Risk
from dossier.model.risk import Evidence, Reading
from dossier.parsing.nodes import Path

WHY = _(
    "In the analysis of competing hypotheses an item counts only by how it differs between them; "
    "a table without “nothing changes”, or with gaps, argues for its author."
)
BAD = """\
hypotheses:
  - {id: weakens, text: {ru: Обязательства слабеют.}}
  - {id: strengthens, text: {ru: Обязательства крепнут.}}
readings:
  - element: cooperation-plan-2025
    weights: {weakens: +}
    why: {ru: Растёт доля совместного обучения.}
"""
GOOD = """\
hypotheses:
  - {id: weakens, text: {ru: Обязательства слабеют.}}
  - {id: no-effect, text: {ru: Существенного влияния нет.}}
readings:
  - element: cooperation-plan-2025
    weights: {weakens: +, no-effect: '0'}
    why: {ru: Растёт доля совместного обучения.}
"""

NAMES: tuple[str, ...] = ("element", "obligation", "assessment")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each gap in a table, and each item that does not name one thing."""
    for risk in dataset.risks.values():
        ids = [hypothesis.id for hypothesis in risk.hypotheses]
        if "no-effect" not in ids:
            message = _("the hypothesis `no-effect` is missing")
            remedy = _("add a hypothesis with `id: no-effect`: that there is no material effect")
            yield Problem(risk, ("hypotheses",), message, remedy, at_key=True)
        for index, reading in enumerate(risk.readings):
            path: Path = ("readings", index)
            yield from _weights(risk, reading, ids, (*path, "weights"))
            yield from _names_one(risk, reading, path)
        for side in ("evidence_for", "evidence_against", "controls"):
            for index, item in enumerate(getattr(risk, side)):
                yield from _names_one(risk, item, (side, index))


def _weights(risk: Risk, reading: Reading, ids: list[str], path: Path) -> Iterator[Problem]:
    missing = [key for key in ids if key not in reading.weights]
    unknown = [key for key in reading.weights if key not in ids]
    for key in unknown:
        message = _("there is no hypothesis `{id}` in this risk", id=key)
        remedy = near(key, missing or ids) or _("its hypotheses are {ids}", ids=listed(ids))
        yield Problem(risk, (*path, key), message, remedy, at_key=True)
    if missing and not unknown:
        message = _("no weight is given under {ids}", ids=listed(missing))
        remedy = _("add `{id}:` with `+`, `-`, `0` or `?`", id=missing[0])
        yield Problem(risk, path, message, remedy, at_key=True)


def _names_one(risk: Risk, item: Reading | Evidence, path: Path) -> Iterator[Problem]:
    known = type(item).model_fields
    fields = [name for name in NAMES if name in known]
    named = [name for name in fields if getattr(item, name)]
    if len(named) != 1:
        message = _("the item names none of {fields}", fields=listed(fields))
        if named:
            message = _("the item names {fields} at once", fields=listed(named))
        yield Problem(risk, path, message, _("name exactly one; make two items of two"))
