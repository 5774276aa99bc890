"""What the head tells programs, read as Zotero and a search engine would read it."""

from __future__ import annotations

import datetime
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dossier.dataset import Dataset
from dossier.rendering.pages import Page, pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.metadata import Metadata, metadata
from tests.conftest import ROOT
from tests.making import dataset, element, text

SITE = "https://example.org/dossier/"
# Properties, ranges and supertypes of the types that are used, out of the vocabulary itself.
VOCABULARY = json.loads(Path(__file__).with_name("schema_org.json").read_text("utf-8"))["types"]
# What a plain value must look like to be of a data type (schema.org/DataType).
PLAIN = {"Text": ".+", "URL": "https?://.+", "Boolean": "True|False", "Integer": r"\d+",
         "Date": r"\d{4}(-\d\d(-\d\d)?)?"}  # fmt: skip


def _faults(node: Any) -> list[str]:
    """What is wrong with a node of JSON-LD, by the vocabulary of schema.org."""
    known = VOCABULARY[node["@type"]]["properties"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            found.append(f"{node['@type']} has no {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                kinds = {one["@type"], *VOCABULARY[one["@type"]]["above"]}
                fits = bool(kinds & set(known[name]))
                found += _faults(one)
            else:
                # An address may stand for a thing: it names it.
                kinds = set(known[name]) if set(known[name]) & PLAIN.keys() else {"URL"}
                fits = any(re.fullmatch(PLAIN[kind], str(one)) for kind in kinds & PLAIN.keys())
            if not fits:
                found.append(f"{node['@type']}.{name} is no {known[name]}: {one}")
    return found


def _metadata(renderer: Renderer, made: Page | None, base: str = SITE) -> Metadata:
    url = made.url if made else "index.html"
    title = made.title if made else "The dossier"
    return metadata(renderer, base, url, title, "What it is.", made)


def _pages(renderer: Renderer, start: str) -> list[Page]:
    return [page for page in pages_of_records(renderer) if page.url.startswith(start)]


def _nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in _nodes(item)]
    if isinstance(value, dict):
        return [value, *(node for item in value.values() for node in _nodes(item))]
    return []


@pytest.mark.parametrize("start", ["elements/", "risks/", "scenarios/", "obligations/", "sources/"])
def test_json_ld_uses_only_what_schema_org_has(renderer: Renderer, start: str) -> None:
    for page in _pages(renderer, start):
        said = json.loads(_metadata(renderer, page).json_ld)
        assert [fault for node in said for fault in _faults(node)] == []
        assert not any("Rating" in node["@type"] for node in _nodes(said))


def test_the_home_page_is_a_dataset_with_files_that_are_exported(renderer: Renderer) -> None:
    said = json.loads(_metadata(renderer, None, SITE).json_ld)
    assert (said["@type"], said["license"]) == ("Dataset", renderer.dataset.about.licence.url)
    paths = [node["contentUrl"].removeprefix(SITE) for node in said["distribution"]]
    assert "data/elements.csv" in paths
    assert _faults(said) == []


def test_the_validator_finds_what_is_wrong() -> None:
    wrong = {"@type": "Event", "name": "x", "startDate": "yesterday", "rating": "5",
             "location": {"@type": "Dataset", "name": 1}}  # fmt: skip
    assert len(_faults(wrong)) == 3


def test_the_way_to_a_page_starts_at_home_and_ends_there(renderer: Renderer) -> None:
    page = _pages(renderer, "elements/")[0]
    crumbs = json.loads(_metadata(renderer, page).json_ld)[1]["itemListElement"]
    assert [step["position"] for step in crumbs] == [1, 2, 3]
    assert [step["item"] for step in crumbs] == [SITE, f"{SITE}chronology/index.html",
                                                 SITE + page.url]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "days"),
    [("2018-09-13", ("2018-09-13", "2018-09-13")), ("2018-09", ("2018-09", "2018-09-30")),
     ("2018-08-30/2018-09-02", ("2018-08-30", "2018-09-02")), ("2018~", None), ("2018/..", None),
     ("19XX", None)],
)  # fmt: skip
def test_an_event_has_days_only_where_they_are_known(
    date: str, days: tuple[str, str] | None
) -> None:
    renderer = Renderer(dataset(element("x", date, places=(text("Ankara"),))), "en", Settings())
    article = json.loads(_metadata(renderer, _pages(renderer, "elements/")[0]).json_ld)[0]
    if days is None:
        assert "about" not in article
        return
    event = article["about"]
    assert (event["startDate"], event["endDate"]) == days
    assert datetime.date.fromisoformat(event["endDate"]).year == 2018
    assert event["location"] == [{"@type": "Place", "name": "Ankara"}]


def test_zotero_finds_title_date_language_and_the_forms_to_cite(renderer: Renderer) -> None:
    page = _pages(renderer, "elements/")[0]
    found = _metadata(renderer, page)
    metas = dict(found.metas)
    assert metas["citation_title"] == metas["DC.title"] == page.title
    assert metas["citation_publication_date"].replace("/", "-") == metas["DC.date"]
    assert metas["DC.language"] == renderer.language
    assert metas["DC.identifier"] == metas["citation_public_url"] == SITE + page.url
    assert [link[1].rpartition(".")[2] for link in found.links] == ["json", "bib", "ris", "json"]


def test_without_an_address_nothing_is_told_that_needs_one(renderer: Renderer) -> None:
    found = _metadata(renderer, _pages(renderer, "elements/")[0], "")
    assert found.json_ld == ""
    assert not {"citation_public_url", "DC.identifier"} & dict(found.metas).keys()


def test_a_title_cannot_end_the_script(trial: Dataset) -> None:
    hostile = element("x", title=text("</script><script>alert(1)</script><!--"))
    renderer = Renderer(dataset(hostile), "en", Settings())
    said = _metadata(renderer, _pages(renderer, "elements/")[0]).json_ld
    assert "<" not in said
    assert json.loads(said)[0]["headline"] == hostile.title.en


class _Head(HTMLParser):
    """The names of metas and the types of alternates of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.alternates: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and "name" in found:
            self.metas[found["name"]] = found["content"]
        if tag == "link" and found.get("rel") == "alternate" and "type" in found:
            self.alternates[found["type"]] = found["href"]


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_built_page_has_it_in_its_head(built_site: Any, folder: str) -> None:
    page = built_site / f"{folder}elements/transit-agreement-2024.html"
    head = _Head()
    head.feed(page.read_text("utf-8"))
    assert head.metas["citation_title"] == head.metas["DC.title"]
    for kind in ("application/x-bibtex", "application/x-research-info-systems"):
        assert (page.parent / head.alternates[kind]).resolve().is_file()


def test_the_partial_is_in_the_document() -> None:
    pages = [path.read_text("utf-8") for path in (ROOT / "overrides").glob("*.html")]
    assert any('"partials/metadata.html"' in page for page in pages)
