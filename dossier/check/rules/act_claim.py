"""An act within an event rests on one of the event’s claims."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import near
from dossier.model import Element

WHY = _("An act without a claim has no source, and nothing shows how sure it is.")
BAD = """\
acts: [{stage: agreed, text: {ru: Согласован план., en: A plan was agreed.}, claim: signatures}]
"""
GOOD = """\
acts: [{stage: agreed, text: {ru: Согласован план., en: A plan was agreed.}, claim: signatories}]
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each act whose claim the event does not have."""
    for element in dataset.of(Element).values():
        known = [claim.id for claim in element.claims]
        for number, act in enumerate(element.acts):
            if act.claim not in known:
                message = _("the event has no claim `{claim}`", claim=act.claim)
                remedy = near(act.claim, known) or _(
                    "name one of its claims: {ids}", ids=tuple(known)
                )
                yield Problem(element, ("acts", number, "claim"), message, remedy)
