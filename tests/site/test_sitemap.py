"""The map of the site: both languages, each page with its twin and its own day; and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from dossier.dataset import Dataset
from dossier.model import Tombstones
from dossier.site.sitemap import NAMESPACE, XHTML, write_sitemap
from tests.making import dataset, element, source

SITE = "https://example.org/dossier"
PAGES = ("index.html", "elements/one.html", "sources/s.html", "method.html", "404.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("", "en/"):
        for page in PAGES:
            path = tmp_path / folder / page
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("<p>page</p>", "utf-8")
        (tmp_path / folder / "moved.html").write_text('<meta http-equiv="refresh">', "utf-8")
        (tmp_path / folder / "sitemap.xml").write_text("old", "utf-8")
        (tmp_path / folder / "sitemap.xml.gz").write_text("old", "utf-8")
    return tmp_path


@pytest.fixture
def data() -> Dataset:
    changed = {"date": "2026-03-04", "kind": "correction", "note": {"ru": "x", "en": "x"}}
    return dataset(
        element("one", checked="2026-02-01", history=(changed,)),
        source("s", accessed="2026-01-05", added="2026-01-07"),
    )


def _urls(site: Path) -> dict[str, ET.Element]:
    root = ET.parse(site / "sitemap.xml").getroot()
    return {url.findtext(f"{{{NAMESPACE}}}loc") or "": url for url in root}


def test_every_page_of_both_languages_is_there_once(site: Path, data: Dataset) -> None:
    write_sitemap(site, data, SITE)
    names = ("", "elements/one.html", "method.html", "sources/s.html")
    assert sorted(_urls(site)) == sorted(
        f"{SITE}/{folder}{name}" for folder in ("", "en/") for name in names
    )


def test_a_page_names_itself_and_its_twin(site: Path, data: Dataset) -> None:
    write_sitemap(site, data, SITE)
    for address in (f"{SITE}/method.html", f"{SITE}/en/method.html"):
        links = _urls(site)[address].findall(f"{{{XHTML}}}link")
        assert {link.get("hreflang"): link.get("href") for link in links} == {
            "ru": f"{SITE}/method.html",
            "en": f"{SITE}/en/method.html",
            "x-default": f"{SITE}/method.html",
        }


def test_a_day_is_that_of_the_record_and_no_other(site: Path, data: Dataset) -> None:
    write_sitemap(site, data, SITE)
    days = {a.removeprefix(SITE): u.findtext(f"{{{NAMESPACE}}}lastmod") for a, u in
            _urls(site).items()}  # fmt: skip
    assert days["/elements/one.html"] == days["/en/elements/one.html"] == "2026-03-04"
    assert days["/sources/s.html"] == "2026-01-07"
    assert days["/method.html"] is None


def test_without_an_address_there_is_no_map_and_nothing_old_is_left(
    site: Path, data: Dataset
) -> None:
    write_sitemap(site, data, "")
    assert not list(site.rglob("sitemap*"))
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")


def test_robots_may_read_everything_and_find_the_map(site: Path, data: Dataset) -> None:
    write_sitemap(site, data, SITE)
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("*", f"{SITE}/elements/one.html")
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


def test_the_old_address_of_a_retracted_record_is_no_destination(site: Path) -> None:
    gone = {
        "type": "element", "id": "one", "fate": "retracted", "date": "2026-05-01",
        "reason": {"ru": "Источник отозван.", "en": "The source was withdrawn."}, "to": [],
    }  # fmt: skip
    stones = Tombstones.model_validate({"id": "tombstones", "tombstones": [gone]})
    write_sitemap(site, replace(dataset(source("s")), tombstones=stones), SITE)
    assert f"{SITE}/elements/one.html" not in _urls(site)
    assert f"{SITE}/sources/s.html" in _urls(site)
