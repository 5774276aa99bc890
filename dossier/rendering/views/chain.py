"""The chain of an element: what it grew from, and what grew from it.

An agreement leads to a plan, a plan to an exercise, a memorandum to a delivery. Ties that only say
"see also" are no links of a chain: they order nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Element
from dossier.model.element import Relation
from dossier.rendering.views.chronology import Entry, entry_of


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a chain with its ties to earlier ones; `current` is the one asked about."""

    entry: Entry
    ties: tuple[tuple[str, Element], ...]
    current: bool


def chain_of(element: Element, dataset: Dataset) -> tuple[Step, ...]:
    """The element with all it rests on and all that rests on it, oldest first; empty if alone."""
    members = _reached(element, lambda e: (tie.element for tie in _ties(e, dataset)), dataset)
    members |= _reached(element, lambda e: (user.id for user in _followers(e, dataset)), dataset)
    if len(members) == 1:
        return ()
    return tuple(
        Step(
            entry_of(member, dataset),
            tuple(
                (tie.relation, dataset.elements[tie.element])
                for tie in _ties(member, dataset)
                if tie.element in members
            ),
            member is element,
        )
        for member in dataset.elements.values()
        if member.id in members
    )


def seen_beside(element: Element, dataset: Dataset) -> tuple[Element, ...]:
    """Elements on the same matter without order between them; either may name the tie."""
    loose = dataset.flagged("relations", "loose")
    named = {tie.element for tie in element.related if tie.relation in loose}
    named |= {
        user.id
        for user in dataset.users(element, Element)
        if any(tie.element == element.id and tie.relation in loose for tie in user.related)
    }
    return tuple(other for other in dataset.elements.values() if other.id in named)


def _ties(element: Element, dataset: Dataset) -> list[Relation]:
    loose = dataset.flagged("relations", "loose")
    return [tie for tie in element.related if tie.relation not in loose]


def _followers(element: Element, dataset: Dataset) -> list[Element]:
    return [
        user
        for user in dataset.users(element, Element)
        if any(tie.element == element.id for tie in _ties(user, dataset))
    ]


def _reached(
    start: Element, leads: Callable[[Element], Iterable[str]], dataset: Dataset
) -> set[str]:
    """Everything that can be reached from an element, each once, also in a cycle."""
    reached, ahead = {start.id}, [start]
    while ahead:
        for other in leads(ahead.pop()):
            if other not in reached and other in dataset.elements:
                reached.add(other)
                ahead.append(dataset.elements[other])
    return reached
