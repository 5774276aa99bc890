"""Documents side by side: the same questions asked of each, rung by rung."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.grading.grade import Grade, grade_citations, grade_claim
from dossier.model import Citation, Claim, Element, Obligation
from dossier.model.about import SideBySide
from dossier.model.progress import Step

Document = Element | Obligation


@dataclass(frozen=True, slots=True)
class Column:
    """One document: its steps by rung (`passed` where a later one is shown), claims and sources."""

    document: Document
    steps: tuple[tuple[str, Step | None, bool], ...]
    claims: tuple[tuple[Claim, Grade], ...]
    grade: Grade
    cites: tuple[Citation, ...]


def columns(chosen: SideBySide, dataset: Dataset) -> tuple[Column, ...]:
    """The documents of a comparison in the order of its lists."""
    documents: list[Document] = [dataset.elements[name] for name in chosen.elements]
    documents += [dataset.obligations[name] for name in chosen.obligations]
    return tuple(_column(document, dataset) for document in documents)


def every_column(dataset: Dataset) -> tuple[Column, ...]:
    """Every document that has rungs or stands in a comparison, by its day."""
    known: list[Document] = [*dataset.elements.values(), *dataset.obligations.values()]
    documents = [document for document in known if document.steps or holding(document, dataset)]
    documents.sort(
        key=lambda document: (
            document.date or (document.steps[0].date if document.steps else ""),
            document.id,
        )
    )
    return tuple(_column(document, dataset) for document in documents)


def holding(document: Document, dataset: Dataset) -> tuple[SideBySide, ...]:
    """The comparisons that a document stands in."""
    return tuple(
        comparison
        for comparison in dataset.about.side_by_side
        if document.id
        in (comparison.elements if isinstance(document, Element) else comparison.obligations)
    )


def _column(document: Document, dataset: Dataset) -> Column:
    flagged = dataset.flagged("stages", "rung")
    rungs = [stage for stage in dataset.terms("stages") if stage in flagged]
    by_rung = {step.stage: step for step in document.steps}
    last = max((rungs.index(stage) for stage in by_rung if stage in rungs), default=-1)
    steps = tuple((r, by_rung.get(r), place < last) for place, r in enumerate(rungs))
    if isinstance(document, Obligation):
        return Column(document, steps, (), grade_citations(document.cites, dataset), document.cites)
    kept = [claim for claim in document.claims if claim.rank != "deprecated"]
    claims = tuple((claim, grade_claim(claim, dataset)) for claim in kept)
    cites = {cite.source: cite for claim in kept for cite in claim.cites}
    return Column(
        document, steps, claims, grade_claim(document.lead_claim, dataset), tuple(cites.values())
    )
