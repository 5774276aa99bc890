"""The page “Subscribe” leads to every feed and calendar that is made."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.parsing import markup
from dossier.rendering import feed, happenings
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.subscribe_page import pages


def test_every_feed_and_calendar_is_listed_with_its_address(trial: Dataset) -> None:
    renderer = Renderer(trial, "en", Settings("https://example.org/dossier/"))
    (page,) = pages(renderer)
    html = page.html()
    paths = [feed.FILE, *(one.path for one in happenings.feeds(renderer))]
    calendars = [f"calendar/{name}.en.ics" for name in ("events", "checks")]
    links = [e.attributes["href"] for e in markup.elements(html) if e.tag == "a"]
    assert links == [*paths, *(f"../{path}" for path in calendars)]
    for path in paths:
        assert f"<code>https://example.org/dossier/en/{path}</code>" in html
    for path in calendars:
        assert f"<code>https://example.org/dossier/{path}</code>" in html


def test_without_an_address_the_page_names_files(renderer: Renderer) -> None:
    (page,) = pages(renderer)
    assert "<code>https" not in page.html()
    assert f"{feed.FILE}</code>" in page.html()
