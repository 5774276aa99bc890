"""A claim that is preferred or deprecated says why."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

WHY = _("To prefer one of two versions is a judgement of the editors; readers must see its ground.")
BAD = "rank: preferred\n"
GOOD = """\
rank: preferred
rank_reason:
  ru: Сообщение стороны, подписавшей документ.
  en: Reported by a side that signed the document.
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each rank without a reason."""
    for element in dataset.of(Element).values():
        for index, claim in enumerate(element.claims):
            if claim.rank != "normal" and claim.rank_reason is None:
                message = _("the claim `{claim}` is {rank} without a reason")
                message = message.given(claim=claim.id, rank=claim.rank)
                remedy = _("add `rank_reason:`, or delete `rank:`")
                yield Problem(element, ("claims", index, "rank"), message, remedy)
