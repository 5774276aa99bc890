"""The bibliography: every source, grouped by kind, with what cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.dates.edtf import Moment
from dossier.model import Citation, Record, Source
from dossier.parsing.nodes import Path


@dataclass(frozen=True, slots=True)
class Citing:
    """One citation of a source: where it stands and what it shows."""

    record: Record
    path: Path
    citation: Citation


def by_kind(dataset: Dataset) -> Iterator[tuple[str, list[Source]]]:
    """Sources under each kind, by publisher, then date, then id."""
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in dataset.sources.values():
        groups[source.kind].append(source)
    for kind in dataset.terms("source_kinds"):
        if groups[kind]:
            yield (
                kind,
                sorted(
                    groups[kind], key=lambda s: (s.publisher.casefold(), s.published or "", s.id)
                ),
            )


# Facets of the list of sources, and the vocabulary that labels their values.
FACETS = {
    "type": "source_kinds",
    "language": "languages",
    "reliability": "reliability",
    "consulted": "consulted",
}


def facet_values(source: Source) -> dict[str, tuple[str, ...]]:
    """The values of a source under every facet."""
    return {
        "type": (source.kind,),
        "language": (source.language,),
        "reliability": (source.reliability,),
        "consulted": (source.consulted,),
    }


def span(source: Source) -> Moment | None:
    """The days on which a source may have been published."""
    return edtf.parse(source.published) if source.published else None


def citations_of(source: Source, dataset: Dataset) -> list[Citing]:
    """Everything that cites a source, in the order of the dataset."""
    return [
        Citing(record, path, citation)
        for record, path, citation in dataset.citations_of.get(source.id, ())
    ]


def sharing_origin(source: Source, dataset: Dataset) -> list[Source]:
    """The other sources that relay the same origin."""
    if source.origin is None:
        return []
    return [
        other
        for other in dataset.sources.values()
        if other.origin == source.origin and other.id != source.id
    ]
