"""Every reference names a record that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset, old_ids
from dossier.messages import _
from dossier.messages.phrases import NOUNS, near
from dossier.model import BY_TYPE, Article, Element
from dossier.model.annotations import ClaimRef, ParagraphRef, Ref

WHY = _("A reference that leads nowhere is a statement that a reader cannot check.")
BAD = """\
related:
  - element: cooperation-plan-2042
    relation: follows
"""
GOOD = """\
related:
  - element: cooperation-plan-2024
    relation: follows
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each reference that does not resolve, with the nearest id that does."""
    unread = unread_files(dataset)
    claims = {f"{e.id}#{c.id}" for e in dataset.of(Element).values() for c in e.claims}
    paragraphs = {f"{a.id}#{p.id}" for a in dataset.articles.values() for p in a.paragraphs}
    for record, path, value, mark in dataset.marks:
        known: Sequence[str] | set[str] | dict[str, object]
        if isinstance(mark, Ref):
            known, what, folder = dataset.records[mark.to], mark.to, BY_TYPE[mark.to].FOLDER
        elif isinstance(mark, ClaimRef):
            known, what, folder = claims, "claim", Element.FOLDER
        elif isinstance(mark, ParagraphRef):
            known, what, folder = paragraphs, "paragraph", Article.FOLDER
        else:
            continue
        if value not in known and (folder, value.partition("#")[0]) not in unread:
            name = value.partition("#")[0]
            stone = dataset.stones.get((old_ids.referred(mark) or "", name))
            if stone is not None and stone.id not in dataset.records[stone.type]:
                advice = old_ids.gone(stone, dataset.stones)
            else:
                message = _("there is no {what} `{name}`", what=NOUNS[what], name=value)
                default = _(
                    "name an existing {what}, or add the one that is meant", what=NOUNS[what]
                )
                advice = message, near(value, sorted(known)) or default
            yield Problem(record, path, *advice)
    yield from _signs(dataset)


def _signs(dataset: Dataset) -> Iterator[Problem]:
    """The indicators that scenarios name by the id within their risk."""
    for scenario in dataset.scenarios.values():
        for index, sign in enumerate(scenario.indicators):
            risk = dataset.risks.get(sign.risk)
            known = [indicator.id for indicator in risk.indicators] if risk else [sign.indicator]
            if sign.indicator not in known:
                what = NOUNS["indicator"]
                message = _("there is no {what} `{name}`", what=what, name=sign.indicator)
                default = _("name an existing {what}, or add the one that is meant", what=what)
                remedy = near(sign.indicator, known) or default
                path = ("indicators", index, "indicator")
                yield Problem(scenario, path, message, remedy)
