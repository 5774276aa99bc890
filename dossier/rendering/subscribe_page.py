"""The page that lists every feed and calendar: a browser shows their files as bare XML at best."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.rendering import addresses, feed, happenings
from dossier.rendering.pages import Make, Page
from dossier.rendering.renderer import Renderer


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page, in one language."""
    for _url, make in places():
        yield make(renderer)


def places() -> Iterator[tuple[str, Make]]:
    """The address of the page, with what makes it."""
    yield addresses.SUBSCRIBE, _page


def _page(renderer: Renderer) -> Page:
    words, known = renderer.words, renderer.settings.site_url.rstrip("/")
    folder = addresses.folder_of(renderer.language)
    site = f"{known}/" if known else ""
    return Page(
        addresses.SUBSCRIBE,
        words("subscribe"),
        words("subscribe.lede"),
        "data",
        lambda: renderer.render(
            "subscribe.html",
            addresses.SUBSCRIBE,
            changed=feed.FILE,
            feeds=list(happenings.feeds(renderer)),
            whole=lambda path: f"{site}{folder}{path}",
            site=site,
        ),
    )
