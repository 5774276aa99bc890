"""The one numbered list of sources, of the PDF edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.dataset import Dataset
from dossier.model import Citation, Record, Source
from dossier.rendering.views import bibliography

STANCES = ("supports", "contradicts", "mentions")


@dataclass(frozen=True, slots=True)
class Numbering:
    """Sources in the order of the bibliography, numbered from one, and what cites each."""

    groups: tuple[tuple[str, tuple[Source, ...]], ...]
    numbers: dict[str, int]
    hosts: dict[str, str]
    cited_by: dict[str, tuple[Record, ...]]

    def cited(self, cites: Iterable[Citation]) -> dict[str, list[dict[str, object]]]:
        """The numbers that stand by a statement, apart by what the sources say of it."""
        by_stance: dict[str, dict[int, str]] = {stance: {} for stance in STANCES}
        for cite in cites:
            by_stance[cite.stance][self.numbers[cite.source]] = self.hosts[cite.source]
        return {
            stance: [{"n": number, "host": name} for number, name in sorted(numbers.items())]
            for stance, numbers in by_stance.items()
        }


def numbering(dataset: Dataset) -> Numbering:
    """Number every source: by kind, then publisher, date and id."""
    groups = tuple((kind, tuple(sources)) for kind, sources in bibliography.by_kind(dataset))
    ordered = [source for _, sources in groups for source in sources]
    citing: dict[str, dict[tuple[str, str], Record]] = defaultdict(dict)
    for record, _, cite in dataset.citations:
        citing[cite.source][record.TYPE, record.id] = record
    return Numbering(
        groups,
        {source.id: place for place, source in enumerate(ordered, start=1)},
        {source.id: host(source) for source in ordered},
        {source.id: tuple(citing[source.id].values()) for source in ordered},
    )


def host(source: Source) -> str:
    """The short name of the place where a source stands: its host without `www`."""
    return (urlsplit(source.url).hostname or "").removeprefix("www.")
