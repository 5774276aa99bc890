"""The figures of the dossier, counted from the data at every build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.grading.grade import grade_claim
from dossier.model import RECORD_TYPES, Element, Vocabulary

COUNTED = ("obligation", "assessment", "risk", "scenario", "dispute", "question")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of records, of claims by grade, of citations; and what the dossier spans."""

    records: dict[str, int]
    cooperation: int
    context: int
    comparison: int
    claims: int
    corroboration: dict[str, int]
    confidence: dict[str, int]
    citations: int
    cited_sources: int
    origins: int
    verdicts: dict[str, int]
    first_year: int | None
    last_year: int | None
    checked: str | None

    @property
    def amounts(self) -> dict[str, int]:
        """What a sentence can count, under the name of what is counted."""
        plurals = {f"{key}s": number for key, number in self.records.items() if key in COUNTED}
        own = {
            "elements": self.cooperation,
            "comparators": self.comparison,
            "claims": self.claims,
        }
        return {**own, "sources": self.cited_sources, "citations": self.citations, **plurals}


def figures(dataset: Dataset) -> Figures:
    """Count everything, once for a dataset."""
    return dataset.once(_counted)


def _counted(dataset: Dataset) -> Figures:
    elements = list(dataset.elements.values())
    own = [element for element in elements if element.scope == "cooperation"]
    compared = sum(element.compared_as is not None for element in elements)
    grades = [grade_claim(claim, dataset) for element in elements for claim in element.claims]
    cited = {cite.source for _, _, cite in dataset.citations}
    years = [edtf.parse(element.date) for element in own]
    years = [moment for moment in years if moment.knows_year]
    ledger = [
        claim
        for article in dataset.articles.values()
        for paragraph in article.paragraphs
        for claim in paragraph.claims
    ]
    return Figures(
        records={
            model.TYPE: len(dataset.of(model)) for model in RECORD_TYPES if model is not Vocabulary
        },
        cooperation=len(own),
        context=len(elements) - len(own) - compared,
        comparison=compared,
        claims=len(grades),
        corroboration=_tally(
            (grade.corroboration for grade in grades), dataset.terms("corroboration")
        ),
        confidence=_tally((grade.confidence for grade in grades), dataset.terms("confidence")),
        citations=len(dataset.citations),
        cited_sources=len(cited),
        origins=len(
            {dataset.sources[key].origin or key for key in cited if key in dataset.sources}
        ),
        verdicts=_tally((claim.verdict for claim in ledger), dataset.terms("verdicts")),
        first_year=min((moment.year for moment in years), default=None),
        last_year=max((moment.year for moment in years), default=None),
        checked=_last_checked(elements),
    )


def _tally(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counts = Counter(values)
    return {key: counts[key] for key in order if counts[key]}


def _last_checked(elements: list[Element]) -> str | None:
    return max((element.checked for element in elements), default=None)
