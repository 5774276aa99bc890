"""“In force” and “ratified” are written only where the sources cited can show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import are_read
from dossier.dataset import Dataset
from dossier.grading.grade import origins_of
from dossier.messages import _
from dossier.model import Citation, Element, Source

WHY = _(
    "A signature is neither ratification nor entry into force, and news reports mix them up. "
    "Only the document shows that it is in force."
)
BAD = """\
stage: in_force
claims:
  - id: in-force
    text: {ru: Соглашение действует.}
    cites:
      - source: 180-news  # a report of an agency
        shows: {ru: слова о действии соглашения}
"""
GOOD = """\
stage: signed
claims:
  - id: signed
    text: {ru: Соглашение подписано.}
    cites:
      - source: 180-news
        shows: {ru: сообщение о подписании соглашения}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element or provision whose stage is more than its sources show."""
    by_document = dataset.flagged("stages", "shown_by_document")
    by_authority = dataset.flagged("stages", "shown_by_authority")
    documents = dataset.flagged("source_kinds", "document")
    authorities = documents | dataset.flagged("source_kinds", "official")
    for element in dataset.of(Element).values():
        if element.stage not in by_document | by_authority:
            continue
        kept = [claim for claim in element.claims if claim.rank != "deprecated"]
        cites = [cite for claim in kept for cite in claim.cites]
        if not are_read(cites, dataset):
            continue
        support = _support(cites, dataset)
        kinds = {source.kind for source in support}
        if element.stage in by_document and not kinds & documents:
            message = _("no document that is cited here can show that it is in force")
            remedy = _(
                "cite the text itself (a source of the kind `primary_document`), or write "
                "`stage: signed` or `stage: ratified`"
            )
            yield Problem(element, ("stage",), message, remedy)
        elif element.stage in by_authority and not (
            kinds & authorities or len(origins_of(support)) > 1
        ):
            message = _("one unofficial origin is not enough to show the ratification")
            remedy = _(
                "cite the law, an official statement or a second origin, or write "
                "`stage: under_ratification` or `stage: signed`"
            )
            yield Problem(element, ("stage",), message, remedy)
    for obligation in dataset.obligations.values():
        kinds = {source.kind for source in _support(obligation.cites, dataset)}
        shown = kinds & authorities or not are_read(obligation.cites, dataset)
        if obligation.stage in by_document and not shown:
            remedy = _(
                "cite a source of the kind `primary_document` or `official_statement`, or write "
                "`stage: signed` or `stage: unknown`"
            )
            message = _(
                "no official text that is cited here can show that the provision is in force"
            )
            yield Problem(obligation, ("stage",), message, remedy)


def _support(cites: Iterable[Citation], dataset: Dataset) -> list[Source]:
    ids = dict.fromkeys(cite.source for cite in cites if cite.stance == "supports")
    return [dataset.sources[key] for key in ids if key in dataset.sources]
