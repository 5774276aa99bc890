"""Every record leads to its edit, its discussion, its data, its feed and its citation."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import feedparser
import pytest
import yaml

from dossier.dataset import Dataset
from dossier.parsing import markup
from dossier.rendering import addresses
from dossier.rendering.macros import Macros
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT
from tests.fixtures.trial import TRIAL
from tests.site.page_types import LANGUAGES

TYPES = ("element", "source", "obligation", "risk", "scenario", "assessment", "dispute",
         "question", "article")  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_data_feed_and_citation_are_there_on_every_type_of_page(
    built_site: Path, real: Dataset, kind: str, language: str
) -> None:
    record = next(iter(real.records[kind].values()))
    folder = "" if language == "ru" else f"{language}/"
    page = folder + addresses.address_of(record).partition("#")[0]
    found = markup.elements((built_site / page).read_text("utf-8"))
    links = {element.attributes.get("href", "") for element in found if element.tag == "a"}
    led = {urljoin(f"https://site/{page}", link).removeprefix("https://site/") for link in links}
    data = f"api/v1/{record.FOLDER}/{record.id}.json"
    assert data in led
    feed = f"{folder}feed.xml"
    assert feed in led
    assert not feedparser.parse((built_site / feed).read_bytes()).bozo
    cited = [link for link in led if link.startswith("cite/") and f"/{record.id}." in link]
    assert cited
    assert [link for link in [data, *cited] if not (built_site / link).is_file()] == []
    assert json.loads((built_site / data).read_bytes())["id"] == record.id


@pytest.mark.parametrize("kind", TYPES)
def test_where_the_repository_is_known_edit_and_discussion_are_there_too(
    trial: Dataset, kind: str
) -> None:
    renderer = Renderer(trial, "en", Settings(repo_url="https://github.com/example/dossier"))
    record = next(iter(trial.records[kind].values()))
    url = addresses.address_of(record).partition("#")[0]
    pages = {page.url: page for page in pages_of_records(renderer)}
    macros = Macros(renderer, url)
    # What has no page of its own, or a written one, is shown there by a macro.
    shown = {"article": lambda: macros.article(record.id), "assessment": macros.assessments,
             "dispute": macros.disputes, "question": macros.questions}  # fmt: skip
    html = pages[url].html() if url in pages else shown[kind]()
    links = [urlsplit(unescape(it.attributes.get("href") or "")) for it in markup.elements(html)]
    paths = [link.path.removeprefix("/example/dossier/") for link in links]
    edit = f"edit/main/{record.document.path}"
    assert edit in paths
    assert (TRIAL.parent / edit.removeprefix("edit/main/")).is_file()
    asked = [parse_qs(link.query) for link in links if link.path.endswith("/issues/new")]
    (form,) = {name for query in asked for name in query["template"]
               if query["record"] == [record.id]}  # fmt: skip
    fields = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / form).read_text("utf-8"))["body"]
    known = {field.get("id") for field in fields}
    assert {name for query in asked for name in query} - {"template"} <= known
