"""The pages that lay documents side by side, and one that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dossier.dataset import Dataset
from dossier.model.about import SideBySide
from dossier.rendering.pages import Make, Page
from dossier.rendering.renderer import Renderer
from dossier.rendering.views import side_by_side

INDEX = "compare/index.html"
CHOICE = "compare/choose.html"
MOST = 4  # documents that are read side by side
SOURCE = "data/dossier.yml"


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each comparison that the dossier names; none where it names none."""
    for _url, make in places(renderer.dataset):
        yield make(renderer)


def places(dataset: Dataset) -> Iterator[tuple[str, Make]]:
    """The addresses of these pages in the same order, each with what makes it."""
    ready = dataset.about.side_by_side
    for comparison in ready:
        yield f"compare/{comparison.id}.html", partial(_page, comparison)
    if ready:
        yield CHOICE, _choice
        yield INDEX, partial(_index, ready)


def _index(ready: tuple[SideBySide, ...], renderer: Renderer) -> Page:
    words = renderer.words
    return Page(
        INDEX,
        words("compare"),
        words("compare_lede"),
        SOURCE,
        lambda: renderer.render("compare_index.html", INDEX, ready=ready),
    )


def _choice(renderer: Renderer) -> Page:
    """All documents in one table, of which a script shows those that the address names."""
    words = renderer.words
    return Page(
        CHOICE,
        words("compare_choose"),
        words("compare_lede"),
        SOURCE,
        lambda: renderer.render(
            "compare.html",
            CHOICE,
            title=words("compare_choose"),
            columns=side_by_side.every_column(renderer.dataset),
            most=MOST,
        ),
        ("compare.js",),
    )


def _page(comparison: SideBySide, renderer: Renderer) -> Page:
    url = f"compare/{comparison.id}.html"
    return Page(
        url,
        comparison.title.in_language(renderer.language),
        renderer.words("compare_lede"),
        SOURCE,
        lambda: renderer.render(
            "compare.html",
            url,
            title=renderer.text(comparison.title),
            columns=side_by_side.columns(comparison, renderer.dataset),
            most=0,
        ),
    )
