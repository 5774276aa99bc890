"""Each link of a causal chain names the elements that show it, or says that it is an assumption."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset

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
                told = "names elements and is" if link.elements else "neither names elements nor is"
                yield Breach(
                    risk,
                    ("mechanism", index, "text"),
                    f"the link {told} an assumption",
                    "keep one of the two"
                    if link.elements
                    else "add `elements:` that show it, or `assumption: 'true'`",
                    at_key=True,
                )
