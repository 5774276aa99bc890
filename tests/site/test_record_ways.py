"""Every record leads to its edit, its discussion, its data, its feed and its citation."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.dataset import Dataset
from dossier.parsing import markup
from dossier.rendering import addresses
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
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
    assert f"{folder}feed.xml" in led
    cited = [link for link in led if link.startswith("cite/") and f"/{record.id}." in link]
    assert cited
    assert [link for link in [data, *cited] if not (built_site / link).is_file()] == []
    assert json.loads((built_site / data).read_bytes())["id"] == record.id


def test_where_the_repository_is_known_edit_and_discussion_are_there_too(trial: Dataset) -> None:
    renderer = Renderer(trial, "en", Settings(repo_url="https://github.com/example/dossier"))
    for page in pages_of_records(renderer):
        if page.is_of_a_record:
            html = page.html()
            assert f"/edit/main/{page.source}" in html, page.url
            assert "/issues/new?template=correction.yml" in html, page.url
