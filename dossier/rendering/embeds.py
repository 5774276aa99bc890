"""Pages to be framed by other sites: the chronology, a picture, a card of an element.

Plain documents without scripts, and the only ones that a host lets others frame
(`dossier.site.headers`). Every link opens a window of its own, since the pages that it leads to may
not be framed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from dossier.model import Element
from dossier.rendering import addresses
from dossier.rendering.framing import framed
from dossier.rendering.pictures.picture import Picture
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.chronology import Filter, by_year, entry_of, select

CHRONOLOGY = "chronology/index.html"


def files(renderer: Renderer) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every page to be framed in one language, by its address, and how to make it."""
    yield framed(CHRONOLOGY), partial(_chronology, renderer)
    for element in renderer.dataset.elements.values():
        yield framed(addresses.address_of(element)), partial(_card, element, renderer)
    for picture in renderer.pictures.drawn():
        yield framed(picture.url), partial(_picture, picture, renderer)


def _chronology(renderer: Renderer) -> bytes:
    years = list(by_year(select(renderer.dataset, Filter())))
    return _document(renderer, "chronology", CHRONOLOGY, years=years)


def _card(element: Element, renderer: Renderer) -> bytes:
    entry = entry_of(element, renderer.dataset)
    return _document(renderer, "element", addresses.address_of(element), entry=entry)


def _picture(picture: Picture, renderer: Renderer) -> bytes:
    return _document(renderer, "picture", picture.url, it=picture)


def _document(renderer: Renderer, kind: str, page: str, **view: Any) -> bytes:
    """The document that shows what stands on `page`."""
    whole = renderer.address(page)
    html = renderer.render(f"embed_{kind}.html", framed(page), page=page, whole=whole, **view)
    return html.encode()
