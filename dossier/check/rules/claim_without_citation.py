"""Every claim, provision, judgement, version of a dispute and answer rests on a source."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset
from dossier.model import Element
from dossier.parsing.nodes import Path

WHY = "What no source shows is invented, as far as a reader can tell."
BAD = """\
claims:
  - id: signatories
    text: {ru: План подписан в Анкаре.}
"""
GOOD = """\
claims:
  - id: signatories
    text: {ru: План подписан в Анкаре.}
    cites:
      - source: astanatimes-kazakhstan-turkiye-sign-military-cooperation
        shows: {ru: место подписания и имена подписавших}
"""


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each statement without a citation."""
    cite = "add `cites:` with a `source` and what it `shows`"
    for element in dataset.of(Element).values():
        for index, claim in enumerate(element.claims):
            if not claim.cites:
                path: Path = ("claims", index, "id")
                yield Breach(element, path, f"the claim `{claim.id}` cites no source", cite)
    for obligation in dataset.obligations.values():
        if not obligation.cites:
            yield Breach(obligation, ("text",), "the provision cites no source", cite)
    for assessment in dataset.assessments.values():
        if not assessment.cites:
            yield Breach(assessment, ("text",), "the judgement cites no source", cite)
    for dispute in dataset.disputes.values():
        for index, version in enumerate(dispute.versions):
            if not version.cites and not version.claims:
                message = f"the version `{version.id}` names neither a source nor a claim"
                remedy = f"{cite}, or `claims:` with `element-id#claim-id`"
                yield Breach(dispute, ("versions", index, "id"), message, remedy)
    for question in dataset.questions.values():
        rests = question.cites or question.elements or question.obligations or question.disputes
        if question.answer and not rests:
            remedy = f"{cite}, or name the `elements`, `obligations` or `disputes` that answer it"
            yield Breach(question, ("answer",), "the answer rests on nothing", remedy)
