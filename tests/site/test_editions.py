"""Every page names its edition and leads to where it can be fetched."""

from __future__ import annotations

import json
import re
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.dataset import Dataset, load
from dossier.parsing import markup
from dossier.rendering.views.citing import stamp_of
from tests.conftest import ROOT
from tests.site.page_types import EVERY, LANGUAGES, where

pytestmark = pytest.mark.slow


def _links(site: Path, page: str) -> set[str]:
    found = markup.elements((site / page).read_text("utf-8"))
    links = (element.attributes.get("href", "") for element in found if element.tag == "a")
    return {urljoin(f"https://site/{page}", link).removeprefix("https://site/") for link in links}


# What is not there is of no edition.
@pytest.mark.parametrize(("language", "name"), [pair for pair in EVERY if pair[1] != "lost"])
def test_a_page_leads_to_its_edition(built_site: Path, language: str, name: str) -> None:
    assert where(language, "editions") in _links(built_site, where(language, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_edition_can_be_fetched(built_site: Path, real: Dataset, language: str) -> None:
    led = _links(built_site, where(language, "editions"))
    for edition in real.editions.editions if real.editions else ():
        folder = f"editions/{edition.date}"
        for name in (f"dossier-{edition.date}.zip", "manifest.json", "changes.json"):
            assert f"{folder}/{name}" in led
            assert (built_site / folder / name).is_file()


def test_a_citation_copied_from_a_page_leads_to_the_bytes_it_was_made_from(
    built_site: Path, real: Dataset, tmp_path: Path
) -> None:
    versions = set()
    for language, said in (("ru", "версия данных"), ("en", "data version")):
        page = (built_site / where(language, "element")).read_text("utf-8")
        versions |= set(re.findall(rf"{said} (\w+)", re.sub(r"<[^>]*>", "", unescape(page))))
    (version,) = versions
    manifests = map(Path.read_bytes, built_site.glob("editions/*/manifest.json"))
    (found,) = [told for told in map(json.loads, manifests) if told["version"] == version]
    folder = built_site / "editions" / found["edition"]
    with zipfile.ZipFile(folder / found["archive"]["path"]) as archive:
        records = [name for name in archive.namelist() if name.startswith("records/")]
        archive.extractall(tmp_path, records)
    (tmp_path / "records").rename(tmp_path / "data")
    for name in records:
        path = f"data/{name.removeprefix('records/')}"
        assert (tmp_path / path).read_bytes() == (ROOT / path).read_bytes()
    assert len(records) == len(real.documents)
    assert stamp_of(load(tmp_path / "data")).version == version
