"""Tables of what ties records together: citations, and every reference from one to another."""

from __future__ import annotations

from typing import NamedTuple

from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Citation, Element, Record
from dossier.model.annotations import ClaimRef, Ref
from dossier.parsing.nodes import Path
from dossier.rendering.tables.columns import Fields
from dossier.rendering.tables.definition import Column, Table


class Cited(NamedTuple):
    """One citation and where it stands: the record, the place in it, its number there."""

    record: Record
    path: Path
    cite: Citation

    @property
    def id(self) -> str:
        """The place as a path: the type, the id, the fields on the way."""
        return "/".join(map(str, (self.record.TYPE, self.record.id, *self.path)))

    @property
    def claim(self) -> str | None:
        """The claim that it carries, if an element has it."""
        if not isinstance(self.record, Element):
            return None
        return f"{self.record.id}#{self.record.claims[int(self.path[1])].id}"


class Tie(NamedTuple):
    """One reference: from which field of which record to which."""

    record: Record
    path: Path
    to_type: str
    to: str


def citations(dataset: Dataset) -> Table:
    """Every citation: which source shows what, where in it, and for which statement."""
    fields = Fields(Citation, dataset, lambda cited: cited.cite)
    return Table(
        "citations",
        _("Which source shows what, and where in it."),
        (
            Column("id", "string", _("Where the citation stands, as a path in the data."),
                   lambda cited: cited.id, required=True),
            Column("type", "string", _("The type of the record that cites."),
                   lambda cited: cited.record.TYPE, required=True),
            Column("record", "string", _("The record that cites."),
                   lambda cited: cited.record.id, required=True),
            Column("claim", "string", _("The claim that cites, where the record is an event."),
                   lambda cited: cited.claim, refers="claims"),
            *fields("source", "locator", "stance", "shows", "credibility"),
            Column("quote", "string", _("A short exact quotation, in the language of the source."),
                   lambda cited: cited.cite.quote and cited.cite.quote.text),
            Column("quote_language", "string", _("The language of the words quoted."),
                   lambda cited: cited.cite.quote and cited.cite.quote.language),
        ),
        tuple(Cited(*citation) for citation in dataset.citations),
    )  # fmt: skip


def links(dataset: Dataset) -> Table:
    """Every reference from one record to another but citations, which have their own table."""
    return Table(
        "links",
        _("Every reference from one record to another, citations left out."),
        (
            Column("id", "string", _("Where the reference stands, as a path in the data."),
                   lambda tie: "/".join(map(str, (tie.record.TYPE, tie.record.id, *tie.path))),
                   required=True),
            Column("from_type", "string", _("The type of the record that refers."),
                   lambda tie: tie.record.TYPE, required=True),
            Column("from_id", "string", _("The record that refers."),
                   lambda tie: tie.record.id, required=True),
            Column("field", "string", _("The field in which it refers, without places in lists."),
                   lambda tie: ".".join(s for s in tie.path if isinstance(s, str)),
                   required=True),
            Column("to_type", "string", _("The type of the record that is referred to."),
                   lambda tie: tie.to_type, required=True),
            Column("to_id", "string", _("The record that is referred to."),
                   lambda tie: tie.to, required=True),
        ),
        tuple(_ties(dataset)),
    )  # fmt: skip


def _ties(dataset: Dataset) -> list[Tie]:
    cited = {(record.TYPE, record.id, path) for record, path, _cite in dataset.citations}
    ties = []
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, ClaimRef):
            ties.append(Tie(record, path, "claim", value))
        elif isinstance(mark, Ref) and (record.TYPE, record.id, path[:-1]) not in cited:
            ties.append(Tie(record, path, mark.to, value))
    return ties
