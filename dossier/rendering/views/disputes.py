"""The disputes about some elements: those that are open, and those that are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Dispute, Element
from dossier.model.dispute import Explanation


@dataclass(frozen=True, slots=True)
class Disputes:
    """Disputes by whether they are settled; one that is settled in part is open."""

    open: tuple[Dispute, ...]
    settled: tuple[Dispute, ...]

    @property
    def all(self) -> tuple[Dispute, ...]:
        """Every dispute, the open ones first."""
        return self.open + self.settled


def disputes_of(elements: Iterable[Element], dataset: Dataset) -> Disputes:
    """The disputes about the elements, each once, in the order of ids."""
    named = {
        dispute.id: dispute
        for element in elements
        for dispute in dataset.users(element, Dispute)
        if not _only_explains(element, dispute)
    }
    ordered = [named[key] for key in sorted(named)]
    return Disputes(
        tuple(dispute for dispute in ordered if dispute.resolution != "resolved"),
        tuple(dispute for dispute in ordered if dispute.resolution == "resolved"),
    )


def explained_by(element: Element, dataset: Dataset) -> list[tuple[Dispute, Explanation]]:
    """The disputes that an element may explain, each with how."""
    return [
        (dispute, explanation)
        for dispute in dataset.users(element, Dispute)
        for explanation in dispute.explained_by
        if explanation.element == element.id
    ]


def _only_explains(element: Element, dispute: Dispute) -> bool:
    """Whether a dispute names the element as what may explain it, and is not about it."""
    claims = (claim for version in dispute.versions for claim in version.claims)
    about = {*dispute.elements, *(claim.partition("#")[0] for claim in claims)}
    return element.id not in about
