"""Each link of a causal chain names the elements that show it, or says that it is an assumption."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

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
                message = _("the link neither names elements nor is an assumption")
                remedy = _("add `elements:` that show it, or `assumption: 'true'`")
                if link.elements:
                    message = _("the link names elements and is an assumption")
                    remedy = _("keep one of the two")
                yield Problem(risk, ("mechanism", index, "text"), message, remedy, at_key=True)
