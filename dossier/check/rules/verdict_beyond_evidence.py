"""“Confirmed” in the ledger of an article rests on more than one origin or on a document."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import are_read
from dossier.dataset import Dataset
from dossier.grading.grade import grade_citations, grade_claim
from dossier.messages import _
from dossier.model import Element
from dossier.model.article import LedgerClaim

WHY = _(
    "Ten reports of one message are one origin. A final verdict may not lean on what the "
    "dossier itself holds to be unconfirmed."
)
BAD = """\
- id: plan-signed
  kind: fact
  verdict: confirmed  # by an element that one report alone supports
  elements: [cooperation-plan-2024]
"""
GOOD = """\
- id: plan-signed
  kind: fact
  verdict: single_source
  elements: [cooperation-plan-2024]
"""

UNNAMED = _("`confirmed` names no element and no provision that confirms it")
NAME = _("add `elements:` or `obligations:`, or write `verdict: not_corroborated`")
SINGLE = _("`confirmed` rests on records that have a single origin at most")
SAY_SO = _("write `verdict: single_source`, or name a record with a second origin")
ENOUGH = frozenset({"independent", "documentary"})


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each confirmed claim of a ledger that one origin at most supports."""
    for article in dataset.articles.values():
        for number, paragraph in enumerate(article.paragraphs):
            for index, claim in enumerate(paragraph.claims):
                # What an author thinks is shown by the author's own text.
                if claim.verdict != "confirmed" or claim.assessments:
                    continue
                path = ("paragraphs", number, "claims", index, "verdict")
                corroborations = _corroborations(claim, dataset)
                if corroborations is None:
                    continue
                if not corroborations:
                    yield Problem(article, path, UNNAMED, NAME)
                elif not corroborations & ENOUGH:
                    yield Problem(article, path, SINGLE, SAY_SO)


def _corroborations(claim: LedgerClaim, dataset: Dataset) -> set[str] | None:
    """How well the records that the claim was checked against are supported.

    None where one of them cannot be judged, since it or its source is not there.
    """
    elements, obligations = dataset.of(Element), dataset.obligations
    if not all(key in elements for key in claim.elements):
        return None
    if not all(key in obligations for key in claim.obligations):
        return None
    leads = [elements[key].lead_claim for key in claim.elements]
    provisions = [obligations[key] for key in claim.obligations]
    cites = [cite for lead in leads for cite in lead.cites]
    cites += [cite for provision in provisions for cite in provision.cites]
    if not are_read(cites, dataset):
        return None
    return {grade_claim(lead, dataset).corroboration for lead in leads} | {
        grade_citations(provision.cites, dataset).corroboration for provision in provisions
    }
