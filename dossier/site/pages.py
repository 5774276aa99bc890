"""All pages that the site adds to the written ones: of records, and of the editors’ guide."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.authoring import guide
from dossier.rendering import compare_pages, picture_pages, subscribe_page
from dossier.rendering.pages import Page, pages_of_records
from dossier.rendering.renderer import Renderer


def generated(renderer: Renderer) -> Iterator[Page]:
    """Every generated page of one language, in a fixed order."""
    yield from pages_of_records(renderer)
    yield from picture_pages.pages(renderer)
    yield from compare_pages.pages(renderer)
    yield from subscribe_page.pages(renderer)
    yield from guide.pages(renderer)
