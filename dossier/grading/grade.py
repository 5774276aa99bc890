"""How well a claim is supported: computed from its citations, never typed.

Corroboration counts origins, not publications: ten articles from one wire are one origin. The
confidence is a ceiling in the words of ICD 203; each rule that lowers it leaves a reason that
readers see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dossier.dataset import Dataset
from dossier.model import Citation, Claim, Source

Corroboration = Literal["none", "single_origin", "multiple_dependent", "independent", "documentary"]
Confidence = Literal["not_assessed", "low", "moderate", "high"]

LEVELS: tuple[Confidence, ...] = ("not_assessed", "low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class Grade:
    """The evidence state of one claim, with the reasons that readers see.

    `reasons` are ids of sentences in `locale/`; `origins` are ids of the independent origins
    (a shared origin, or the source itself).
    """

    corroboration: Corroboration
    confidence: Confidence
    reasons: tuple[str, ...]
    origins: tuple[str, ...]


def origins_of(sources: Iterable[Source]) -> tuple[str, ...]:
    """The distinct origins of some sources, in alphabetical order."""
    return tuple(sorted({source.origin or source.id for source in sources}))


def grade_claim(claim: Claim, dataset: Dataset) -> Grade:
    """The grade of a claim; a rejected claim is never better than low."""
    grade = grade_citations(claim.cites, dataset)
    if claim.rank != "deprecated" or grade.confidence == "not_assessed":
        return grade
    return Grade(grade.corroboration, "low", (*grade.reasons, "deprecated"), grade.origins)


def grade_citations(cites: Iterable[Citation], dataset: Dataset) -> Grade:
    """The grade that a set of citations gives to the statement they stand by."""
    cites = tuple(cites)
    support = _sources(cites, dataset, "supports")
    against = _sources(cites, dataset, "contradicts")
    origins = origins_of(support)
    corroboration = _corroboration(support, origins, dataset.flagged("source_kinds", "document"))
    if corroboration == "none":
        return Grade("none", "not_assessed", ("no_source",), ())

    reasons: list[str] = [corroboration]
    ceiling: Confidence = "high"
    if corroboration in ("single_origin", "multiple_dependent"):
        ceiling = "moderate"
    if corroboration != "documentary" and all(source.party_interest for source in support):
        ceiling = _lower(ceiling, "moderate")
        reasons.append("interested_only")
    if against:
        ceiling = _lower(ceiling, "moderate")
        reasons.append("contradicted")
    weak = dataset.flagged("reliability", "weak")
    if all(source.reliability in weak for source in support):
        ceiling = _lower(ceiling, "low")
        reasons.append("unreliable_only")
    if all(source.consulted == "excerpt" for source in support):
        reasons.append("excerpts_only")
    return Grade(corroboration, ceiling, tuple(reasons), origins)


def _sources(cites: tuple[Citation, ...], dataset: Dataset, stance: str) -> list[Source]:
    ids = dict.fromkeys(cite.source for cite in cites if cite.stance == stance)
    return [dataset.sources[key] for key in ids if key in dataset.sources]


def _corroboration(
    support: list[Source], origins: tuple[str, ...], documents: frozenset[str]
) -> Corroboration:
    if not support:
        return "none"
    if any(source.kind in documents for source in support):
        return "documentary"
    if len(origins) > 1:
        return "independent"
    return "multiple_dependent" if len(support) > 1 else "single_origin"


def _lower(one: Confidence, other: Confidence) -> Confidence:
    return min(one, other, key=LEVELS.index)
