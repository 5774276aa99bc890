"""What may explain a dispute is not what the dispute is about."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Dispute

WHY = _("An element that is disputed itself explains nothing, and readers see it as disputed.")
BAD = """\
elements: [cooperation-plan-2021]
explained_by:
  - element: cooperation-plan-2021
    note: {ru: Мог иметься в виду годовой план., en: The yearly plan may have been meant.}
"""
GOOD = """\
elements: [military-cooperation-agreement-2018]
explained_by:
  - element: cooperation-plan-2021
    note: {ru: Мог иметься в виду годовой план., en: The yearly plan may have been meant.}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element that a dispute is about and is to explain, too."""
    for dispute in dataset.of(Dispute).values():
        for number, explanation in enumerate(dispute.explained_by):
            if explanation.element in dispute.elements:
                message = _("`{id}` stands under `elements` as well", id=explanation.element)
                remedy = _("take it out there if nobody disputes it, or here if somebody does")
                yield Problem(dispute, ("explained_by", number, "element"), message, remedy)
