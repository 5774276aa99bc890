"""The chronology as blocks of a Markdown page: a rail of years, a filter bar, a heading a year.

The headings of the years stay Markdown, so that the site generator knows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.rendering import filter_bar
from dossier.rendering.renderer import Renderer, protect
from dossier.rendering.views import chronology
from dossier.rendering.views.chronology import Entry


def by_year(
    entries: list[Entry], renderer: Renderer, page_url: str, template: str, *, filters: bool
) -> Iterator[str]:
    """The blocks in the order of the page; on paper each source has its address beside it."""
    groups = list(chronology.by_year(entries))
    most = max((len(group.entries) for group in groups), default=1)
    yield renderer.for_markdown("years.html", page_url, years=groups, most=most)
    if filters:
        yield protect(filter_bar.of_events(entries, renderer, page_url))
    for group in groups:
        anchor = f"y{group.number}" if group.number else "undated"
        yield _heading(group.number, renderer)
        yield renderer.for_markdown(
            template, page_url, entries=group.entries, year=anchor, notes=None
        )


def _heading(year: int | None, renderer: Renderer) -> str:
    words = renderer.words
    if year is None:
        return f"## {words('no_year')} {{ #undated }}"
    return f"## {words('year', number=year)} {{ #y{year} }}"
