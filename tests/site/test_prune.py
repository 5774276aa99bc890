"""What nothing names leaves the built site; what anything names stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.site.prune import prune_assets
from dossier.site.used import used


def pruned(site: Path) -> list[str]:
    return prune_assets(site, used(site))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets/fonts").mkdir(parents=True)
    (tmp_path / "index.html").write_text(
        '<link href="assets/a.css"><script src="assets/a.js"></script>', "utf-8"
    )
    (tmp_path / "assets/a.css").write_text("@font-face { src: url(fonts/f.woff2) }", "utf-8")
    (tmp_path / "assets/a.js").write_text('load("late.js")', "utf-8")
    for name in ("late.js", "bundle.js", "bundle.js.map", "fonts/f.woff2", "fonts/LICENSE-f.txt"):
        (tmp_path / "assets" / name).write_text("", "utf-8")
    return tmp_path


def test_a_file_that_nothing_names_is_deleted(site: Path) -> None:
    assert pruned(site) == ["assets/bundle.js", "assets/bundle.js.map"]


@pytest.mark.parametrize("name", ["a.css", "a.js", "late.js", "fonts/f.woff2"])
def test_what_a_page_a_stylesheet_or_a_script_names_stays(site: Path, name: str) -> None:
    pruned(site)
    assert (site / "assets" / name).exists()


@pytest.mark.parametrize(
    "page",
    [
        '<img alt="a > b" src="assets/bundle.js">',
        "<IMG SRC = assets/bundle.js>",
        '<img srcset="assets/a.js 1x, assets/bundle.js 2x">',
        '<p data-script="../assets/bundle.js?v=1">',
    ],
)
def test_what_any_attribute_names_stays(page: str, site: Path) -> None:
    (site / "other.html").write_text(page, "utf-8")
    assert pruned(site) == ["assets/bundle.js.map"]


def test_a_longer_name_is_another_file(site: Path) -> None:
    (site / "other.html").write_text("<p data-script='my-bundle.js'>bundle.json</p>", "utf-8")
    assert pruned(site) == ["assets/bundle.js", "assets/bundle.js.map"]


def test_a_site_that_stands_below_a_folder_called_assets_keeps_its_pages(tmp_path: Path) -> None:
    site = tmp_path / "assets" / "site"
    site.mkdir(parents=True)
    for name in ("index.html", "404.html", "feed.xml"):
        (site / name).write_text("", "utf-8")
    assert pruned(site) == []


def test_a_licence_stays_beside_its_font(site: Path) -> None:
    pruned(site)
    assert (site / "assets/fonts/LICENSE-f.txt").exists()


def test_an_empty_folder_goes_with_its_last_file(site: Path) -> None:
    (site / "assets/lunr").mkdir()
    (site / "assets/lunr/ru.js").write_text("", "utf-8")
    pruned(site)
    assert not (site / "assets/lunr").exists()
