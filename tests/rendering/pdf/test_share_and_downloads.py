"""Share images by page type, the links to the editions, and the page that holds everything."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from html import unescape

import pytest

from dossier.dataset import Dataset
from dossier.dataset.written_pages import PageSource
from dossier.parsing.documents import Document
from dossier.parsing.nodes import START, Mapping
from dossier.rendering.macros import Macros
from dossier.rendering.pdf import downloads, share
from dossier.rendering.renderer import Renderer, Settings


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", share.TYPES)
def test_every_page_type_has_a_small_image_of_the_right_size(
    kind: str, language: str, real: Dataset
) -> None:
    words = Renderer(real, language, Settings()).words
    image = share.image(kind, words)
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) < 60_000
    assert share.image(kind, words) == image


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("index.html", "home"),
        ("chronology/index.html", "chronology"),
        ("chronology/2020.html", "chronology"),
        ("elements/a.html", "element"),
        ("risks/index.html", "risk"),
        ("sources/a.html", "source"),
        ("assessments.html", "assessment"),
        ("method.html", "page"),
    ],
)
def test_the_type_of_a_page_follows_from_its_address(url: str, kind: str) -> None:
    assert share.type_of(url) == kind


def test_a_share_image_needs_a_known_site_and_a_full_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(downloads.MADE, "1")
    whole = share.address("https://example.org/en/", "elements/a.html", "en")
    assert whole == "https://example.org/en/assets/share/element-en.png"
    assert share.address("", "elements/a.html", "en") == ""
    assert share.address(None, "elements/a.html", "en") == ""
    monkeypatch.setenv(downloads.MADE, "0")
    assert share.address("https://example.org/en/", "elements/a.html", "en") == ""


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [
        ("ru", "dossier-ru.pdf", "en/dossier-en.pdf"),
        ("en", "dossier-en.pdf", "../dossier-ru.pdf"),
    ],
)
def test_downloads_link_to_the_editions_only_when_they_are_made(
    language: str, own: str, other: str, trial: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    macros = Macros(Renderer(trial, language, Settings()), "themes/index.html")
    monkeypatch.setenv(downloads.MADE, "1")
    html = unescape(macros.downloads())
    assert re.findall(r'href="([^"]+)"', html) == [f"../{own}", f"../{other}"]
    monkeypatch.setenv(downloads.MADE, "0")
    assert "href" not in macros.downloads()


def test_a_dossier_with_a_brief_leads_to_it_first(
    trial: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PageSource(Document("docs/en/brief.md", "", Mapping(START)), "en", "brief.md", (), None)
    has_one = replace(trial, pages=[page])
    monkeypatch.setenv(downloads.MADE, "1")
    html = unescape(Macros(Renderer(has_one, "en", Settings()), "themes/index.html").downloads())
    assert re.findall(r'href="([^"]+)"', html)[:2] == ["../brief.html", "../brief-en.pdf"]
    html = unescape(Macros(Renderer(has_one, "ru", Settings()), "themes/index.html").downloads())
    assert "brief" not in html
