"""The disputes about some elements: those that are open, and those that are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Dispute, Element


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
        dispute.id: dispute for element in elements for dispute in dataset.users(element, Dispute)
    }
    ordered = [named[key] for key in sorted(named)]
    return Disputes(
        tuple(dispute for dispute in ordered if dispute.resolution != "resolved"),
        tuple(dispute for dispute in ordered if dispute.resolution == "resolved"),
    )
