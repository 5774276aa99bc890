"""Every page names its edition and leads to where it can be fetched."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.dataset import Dataset
from dossier.parsing import markup
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
