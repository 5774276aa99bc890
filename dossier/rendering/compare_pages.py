"""The pages that lay documents side by side, and one that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.model.about import SideBySide
from dossier.rendering.pages import Page
from dossier.rendering.renderer import Renderer
from dossier.rendering.views import side_by_side

INDEX = "compare/index.html"
SOURCE = "data/dossier.yml"


def pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each comparison that the dossier names; none where it names none."""
    ready = renderer.dataset.about.side_by_side
    if not ready:
        return
    words = renderer.words
    for one in ready:
        title = one.title.in_language(renderer.language)
        yield Page(
            f"compare/{one.id}.html", title, words("compare_lede"), SOURCE, _page(one, renderer)
        )
    yield Page(
        INDEX,
        words("compare"),
        words("compare_lede"),
        SOURCE,
        lambda: renderer.render("compare_index.html", INDEX, ready=ready),
    )


def _page(one: SideBySide, renderer: Renderer) -> Callable[[], str]:
    return lambda: renderer.render(
        "compare.html",
        f"compare/{one.id}.html",
        it=one,
        columns=side_by_side.columns(one, renderer.dataset),
    )
