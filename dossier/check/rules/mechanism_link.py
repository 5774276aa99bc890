"""Each link of a causal chain names what shows it, or says that it is an assumption."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset
from dossier.model import Record
from dossier.parsing.nodes import Path

WHY = "A chain is as strong as its weakest link; readers must see which links nobody has observed."
BAD = """\
mechanism:
  - text: {ru: Обучение меняет привычки штабов.}
"""
GOOD = """\
mechanism:
  - text: {ru: Обучение меняет привычки штабов.}
    assumption: 'true'
"""


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each link that is neither shown nor assumed, or claims to be both."""
    for risk in dataset.risks.values():
        for index, link in enumerate(risk.mechanism):
            if bool(link.elements) == link.assumption:
                yield _breach(risk, ("mechanism", index, "text"), bool(link.elements))
    for scenario in dataset.scenarios.values():
        for index, effect in enumerate(scenario.effects):
            is_shown = bool(effect.elements or effect.obligations)
            if is_shown == effect.assumption:
                yield _breach(scenario, ("effects", index, "text"), is_shown)


def _breach(record: Record, path: Path, is_shown: bool) -> Breach:
    told = "names records and is" if is_shown else "neither names records nor is"
    remedy = "name the records that show it, or add `assumption: 'true'`"
    if is_shown:
        remedy = "keep one of the two"
    return Breach(record, path, f"the link {told} an assumption", remedy, at_key=True)
