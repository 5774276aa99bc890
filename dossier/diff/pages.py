"""The pages that show something else after a change, by what refers to what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import get_args

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.diff.model import Affected, GradeMove, How, RecordChange
from dossier.diff.tree import REORDERED
from dossier.model import Element
from dossier.model.annotations import Term
from dossier.rendering import addresses
from dossier.rendering.mentions import mentions
from dossier.rendering.views.chain import chain_of, seen_beside

_UNSEEN = (("review_days",), (REORDERED,))  # what no page shows of a term
_ORDER: tuple[How, ...] = get_args(How)


def affected(
    changes: Iterable[RecordChange], grades: Iterable[GradeMove], base: Dataset, head: Dataset
) -> tuple[Affected, ...]:
    """Pages of records that came, changed or went, then those of what leans on them."""
    touched: dict[str, How] = {}

    def note(address: str, how: How) -> None:
        touched[address] = min(how, touched.get(address, how), key=_ORDER.index)

    for change in changes:
        if change.type == "vocabulary":
            for address in _with_terms(change, head):
                note(address, "leans")
        if change.type not in addresses.PAGES:
            continue
        for id_, how in _own(change):
            note(addresses.address(change.type, id_), how)
        for dataset, id_ in ((base, change.old_id or change.id), (head, change.id)):
            for address in _leaning(change.type, id_, dataset):
                note(address, "leans")
            for address in _listing(change.type, id_, dataset):
                note(address, "lists")
    for move in grades:
        note(addresses.address("element", move.element), "changed")
        for address in _written_about(move.element, head):
            note(address, "leans")
    ordered = sorted(touched.items(), key=lambda item: (_ORDER.index(item[1]), item[0]))
    return tuple(Affected(address, how) for address, how in ordered)


def _own(change: RecordChange) -> Iterator[tuple[str, How]]:
    """The ids whose own pages come, change or go."""
    if change.fate == "added":
        yield change.id, "new"
    elif change.fate == "changed":
        yield change.id, "changed"
    elif change.fate == "renamed":
        yield change.id, "new"
        yield change.old_id or change.id, "gone"
    else:
        yield change.id, "gone"


def _leaning(kind: str, id_: str, dataset: Dataset) -> Iterator[str]:
    """The pages of records that refer to the record, and the written ones that name it."""
    record = dataset.records[kind].get(id_)
    for use in dataset.uses.get((kind, id_), ()):
        if use.record.TYPE in addresses.PAGES:
            yield addresses.address_of(use.record)
    if record is not None:
        yield from _written_about(id_, dataset)


def _listing(kind: str, id_: str, dataset: Dataset) -> Iterator[str]:
    """The pages that list the record among others, or show it in a chain."""
    record = dataset.records[kind].get(id_)
    if isinstance(record, Element):
        yield from _lists_of(record, dataset)
        yield from _tied_to(record, dataset)


def _lists_of(element: Element, dataset: Dataset) -> Iterator[str]:
    with suppress(DateError):
        moment = parse(element.date)
        if moment.knows_year:
            yield addresses.year(moment.year)
    yield from map(addresses.theme, element.themes)
    actors = dataset.terms("actors")
    for actor in element.parties:
        yield addresses.actor(actor)
        if actor in actors and (state := actors[actor].state):
            yield addresses.actor(state)


def _tied_to(element: Element, dataset: Dataset) -> Iterator[str]:
    """The elements whose pages show this one: what it grew from, what grew from it, its like."""
    with suppress(DateError):  # of any element: their order cannot be told then
        tied = [*(step.entry.element for step in chain_of(element, dataset)),
                *seen_beside(element, dataset)]  # fmt: skip
        yield from (addresses.address_of(other) for other in tied if other is not element)


def _written_about(id_: str, dataset: Dataset) -> Iterator[str]:
    """Hand-written pages that name the record in a macro or a link."""
    for page in dataset.pages:
        if any(mention.id == id_ for mention in mentions(page.document.text)):
            yield page.name.removesuffix(".md") + ".html"


def _with_terms(change: RecordChange, head: Dataset) -> Iterator[str]:
    """The pages of records that use a term whose wording changed."""
    terms = {
        edit.path[1]
        for edit in change.edits
        if edit.path[0] == "terms" and edit.path[1:] and edit.path[2:3] not in _UNSEEN
    }
    for record, _, value, mark in head.marks:
        uses = isinstance(mark, Term) and mark.axis == change.id and value in terms
        if uses and record.TYPE in addresses.PAGES:
            yield addresses.address_of(record)
    if change.id == "themes":
        yield from map(addresses.theme, sorted(terms & head.terms("themes").keys()))
    if change.id == "actors":
        yield from map(addresses.actor, sorted(terms & head.terms("actors").keys()))
