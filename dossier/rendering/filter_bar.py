"""The filter bar of a long list: its facets, its views and the columns of its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dossier.dataset import Dataset
from dossier.rendering.renderer import Renderer
from dossier.rendering.views import bibliography, chronology
from dossier.rendering.views.chronology import Entry, Facet, Option
from dossier.rendering.views.names import names

Column = dict[str, Any]

# A column copies a part of the entry, names the term of a facet or says what an attribute holds.
EVENTS: tuple[Column, ...] = (
    {"name": "date", "copy": ".when", "key": "place"},
    {"name": "title", "copy": "[data-title] a", "row": True},
    {"name": "kind", "facet": "kind"},
    {"name": "stage", "facet": "stage"},
    {
        "name": "confidence",
        "facet": "confidence",
        "order": ["not_assessed", "low", "moderate", "high"],
    },
    {"name": "origins", "says": "origins", "number": True},
)
SOURCES: tuple[Column, ...] = (
    {"name": "source", "copy": ".source-title", "row": True},
    {"name": "publisher", "says": "publisher"},
    {"name": "date", "says": "date", "key": "day"},
    {"name": "type", "facet": "type"},
    {"name": "language", "facet": "language"},
    {"name": "reliability", "facet": "reliability", "order": list("FEDCBA")},
)


def of_events(entries: list[Entry], renderer: Renderer, page_url: str) -> str:
    """The bar over the chronology."""
    facets = chronology.facets(entries, renderer.dataset)
    years = (entry.year for entry in entries)
    views = ("cards", "lines", "table")
    return _bar(renderer, page_url, facets, years, len(entries), EVENTS, views)


def of_sources(renderer: Renderer, page_url: str) -> str:
    """The bar over the list of sources."""
    dataset = renderer.dataset
    sources = dataset.sources.values()
    values = map(bibliography.facet_values, sources)
    facets = chronology.facets_of(values, bibliography.FACETS, dataset)
    spans = map(bibliography.span, sources)
    years = (span.lo.year if span else None for span in spans)
    views = ("lines", "table")
    return _bar(renderer, page_url, facets, years, len(sources), SOURCES, views)


def _bar(
    renderer: Renderer,
    page_url: str,
    facets: list[Facet],
    years: Iterable[int | None],
    total: int,
    columns: Sequence[Column],
    views: Sequence[str],
) -> str:
    words = renderer.words
    keys = [key for key in words.keys() if key.startswith("script.")]  # noqa: SIM118
    script_words: dict[str, Any] = {key.removeprefix("script."): words(key) for key in sorted(keys)}
    script_words["columns"] = [
        column | {"name": words(f"script.column_{column['name']}")} for column in columns
    ]
    script_words["table"] = words("chronology" if columns is EVENTS else "sources")
    script_words["synonyms"] = [
        name.forms for name in names(renderer.dataset) if len(name.forms) > 1
    ]
    known = [year for year in years if year is not None]
    return renderer.render(
        "filters.html",
        page_url,
        facets=[(facet, _groups(facet, renderer.dataset)) for facet in facets],
        words=script_words,
        first=min(known, default=0),
        last=max(known, default=0),
        total=total,
        views=views,
        linked=columns is EVENTS,
    )


def _groups(facet: Facet, dataset: Dataset) -> list[tuple[str, list[Option]]]:
    """The options by the groups of their vocabulary, in the order of the first of each."""
    groups: dict[str, list[Option]] = {}
    for option in facet.options:
        group = dataset.terms(option.axis)[option.value].broader
        groups.setdefault(group or "", []).append(option)
    return list(groups.items())
