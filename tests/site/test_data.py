"""The data to take: offered where it is wanted, and every offered file is there."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import urljoin

import pytest

from dossier.dataset import Dataset
from dossier.parsing import markup
from tests.site.page_types import LANGUAGES, where

pytestmark = pytest.mark.slow

OFFERED = {
    "chronology": "data/elements.csv",
    "theme": "data/themes/logistics-transit.csv",
    "risks": "data/risks.csv",
    "sources": "data/sources.csv",
    "disputes": "data/disputes.csv",
    "questions": "data/questions.csv",
    "assessments": "data/assessments.csv",
    "obligations": "data/obligations.csv",
    "scenarios": "data/scenarios.csv",
    "article": "data/ledger.csv",
    "data": "data/elements.csv",
}


def _links(site: Path, page: str) -> set[str]:
    """What a page links to, from the root of the site."""
    found = markup.elements((site / page).read_text("utf-8"))
    links = (element.attributes["href"] for element in found if element.attributes.get("href"))
    return {urljoin(f"https://site/{page}", link).removeprefix("https://site/") for link in links}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OFFERED)
def test_a_list_offers_its_table(built_site: Path, language: str, name: str) -> None:
    assert OFFERED[name] in _links(built_site, where(language, name))
    assert (built_site / OFFERED[name]).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_events_are_two_clicks_from_the_home_page(
    built_site: Path, real: Dataset, language: str
) -> None:
    home = where(language, "home")
    pages = {link for link in _links(built_site, home) if link.endswith(".html")}
    leading = [page for page in pages if "data/elements.csv" in _links(built_site, page)]
    assert where(language, "data") in leading
    with (built_site / "data/elements.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(real.elements)
