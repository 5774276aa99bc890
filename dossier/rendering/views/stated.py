"""What a sentence of prose may say of its own certainty: as much as its weakest record allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.grading.grade import LEVELS, Grade, grade_citations, grade_claim
from dossier.model import Article, Element, Obligation
from dossier.model.article import LedgerClaim
from dossier.rendering import addresses

# Nearly every source was read as an excerpt, and that does not move the ceiling: the method page
# says so once, a sentence need not.
UNSAID = frozenset({"excerpts_only"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A grade and the address where its reasons stand."""

    grade: Grade
    address: str

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that tell this grade from others."""
        return tuple(reason for reason in self.grade.reasons if reason not in UNSAID)


def graded(reference: str, dataset: Dataset) -> Stated | None:
    """The grade of an element, a claim (`element#claim`) or a provision; None if there is none."""
    record_id, _, claim_id = reference.partition("#")
    element = dataset.of(Element).get(record_id)
    if element is not None:
        claims = {claim.id: claim for claim in element.claims}
        claim = claims.get(claim_id) if claim_id else element.lead_claim
        if claim is None:
            return None
        return Stated(grade_claim(claim, dataset), addresses.claim(f"{record_id}#{claim.id}"))
    provision = dataset.of(Obligation).get(reference)
    if provision is None:
        return None
    return Stated(grade_citations(provision.cites, dataset), addresses.address_of(provision))


def weakest(stated: Iterable[Stated]) -> Stated:
    """The one with the lowest confidence; of equals, the first."""
    return min(stated, key=lambda statement: LEVELS.index(statement.grade.confidence))


def gradable(dataset: Dataset) -> list[str]:
    """Everything that `graded` knows."""
    claims = [
        f"{element.id}#{claim.id}"
        for element in dataset.of(Element).values()
        for claim in element.claims
    ]
    return [*dataset.of(Element), *dataset.of(Obligation), *claims]


def ledger(article: Article) -> dict[str, tuple[LedgerClaim, str]]:
    """The statements of an article, each with the address of its check.

    Each is known as `P4-id`, since ids are given within a paragraph, and by the id alone where no
    other paragraph has it.
    """
    whole = {
        f"{paragraph.id}-{claim.id}": claim
        for paragraph in article.paragraphs
        for claim in paragraph.claims
    }
    statements = {
        name: (claim, f"{addresses.address_of(article)}#{name}") for name, claim in whole.items()
    }
    times = Counter(claim.id for claim in whole.values())
    return statements | {
        claim.id: statements[name] for name, claim in whole.items() if times[claim.id] == 1
    }
