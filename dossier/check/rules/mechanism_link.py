"""Each link of a causal chain names what shows it, or says that it is an assumption."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Record
from dossier.parsing.nodes import Path

WHY = _(
    "A chain is as strong as its weakest link; readers must see which links nobody has observed."
)
BAD = """\
mechanism:
  - text: {ru: Обучение меняет привычки штабов.}
"""
GOOD = """\
mechanism:
  - text: {ru: Обучение меняет привычки штабов.}
    assumption: 'true'
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each link that is neither shown nor assumed, or claims to be both."""
    for risk in dataset.risks.values():
        for index, link in enumerate(risk.mechanism):
            if bool(link.elements) == link.assumption:
                yield _problem(risk, ("mechanism", index, "text"), bool(link.elements))
    for scenario in dataset.scenarios.values():
        for index, effect in enumerate(scenario.effects):
            is_shown = bool(effect.elements or effect.obligations)
            if is_shown == effect.assumption:
                yield _problem(scenario, ("effects", index, "text"), is_shown)


def _problem(record: Record, path: Path, is_shown: bool) -> Problem:
    message = _("the link neither names records nor is an assumption")
    remedy = _("name the records that show it, or add `assumption: 'true'`")
    if is_shown:
        message = _("the link names records and is an assumption")
        remedy = _("keep one of the two")
    return Problem(record, path, message, remedy, at_key=True)
