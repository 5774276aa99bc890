"""Every claim, provision, judgement, version of a dispute and answer rests on a source."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

WHY = _("What no source shows is invented, as far as a reader can tell.")
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


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each statement without a citation."""
    cite = _("add `cites:` with a `source` and what it `shows`")
    for element in dataset.of(Element).values():
        for index, claim in enumerate(element.claims):
            if not claim.cites:
                message = _("the claim `{claim}` cites no source", claim=claim.id)
                yield Problem(element, ("claims", index, "id"), message, cite)
    for obligation in dataset.obligations.values():
        if not obligation.cites:
            yield Problem(obligation, ("text",), _("the provision cites no source"), cite)
    for assessment in dataset.assessments.values():
        if not assessment.cites:
            yield Problem(assessment, ("text",), _("the judgement cites no source"), cite)
    for dispute in dataset.disputes.values():
        for index, version in enumerate(dispute.versions):
            if not version.cites and not version.claims:
                message = _("the version `{id}` names neither a source nor a claim", id=version.id)
                remedy = _("{cite}, or `claims:` with `element-id#claim-id`", cite=cite)
                yield Problem(dispute, ("versions", index, "id"), message, remedy)
    for question in dataset.questions.values():
        rests = question.cites or question.elements or question.obligations or question.disputes
        if question.answer and not rests:
            remedy = _(
                "{cite}, or name the `elements`, `obligations` or `disputes` that answer it",
                cite=cite,
            )
            yield Problem(question, ("answer",), _("the answer rests on nothing"), remedy)
