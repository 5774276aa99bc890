"""The pages of the pictures: one for each, and one that leads to all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.rendering.pages import Page
from dossier.rendering.pictures.picture import FOLDER, Picture
from dossier.rendering.renderer import Renderer

INDEX = f"{FOLDER}/index.html"


def pages(renderer: Renderer) -> Iterator[Page]:
    """Every page of the pictures in one language, in a fixed order."""
    pictures = renderer.pictures
    for picture in pictures.drawn():
        yield Page(picture.url, picture.title, picture.about, "data", _page(picture, renderer))
    yield Page(
        INDEX,
        renderer.words("pictures"),
        renderer.words("pictures_lede"),
        "data",
        lambda: renderer.render(
            "pictures.html", INDEX, pictures=[pictures[name] for name in pictures.ids]
        ),
    )


def _page(picture: Picture, renderer: Renderer) -> Callable[[], str]:
    site = renderer.address("")
    return lambda: renderer.render("picture_page.html", picture.url, it=picture, site=site)
