"""Every page as HTML, held against the standard by the Nu HTML Checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.checker_setup import checker

pytestmark = pytest.mark.slow

# What the checker says for lack of knowledge, with the reason why it is no fault of a page.
LIMITS = {
    "Resource violates Content Security Policy (meta tag): external": (
        "it reads pages from the disk, where no file counts as 'self'; "
        "tests/site/test_policy_in_browser.py holds the policy in a browser"
    ),
    "Consider using the “h1” element as a top-level heading only": (
        "the theme wraps each page in an article, in which a record has an article of its own"
    ),
    "Article lacks heading": "the heading of that outer article stands in the record's",
    "Text run is not in Unicode Normalization Form C": (
        "the address of a source is shown as its host spells it, byte by byte"
    ),
}


# Pages of one record, year or kind each: some hundreds, by one template for a folder.
ALIKE = ("elements", "sources", "obligations", "actors", "chronology", "kind", "stage")
LISTS = ("index.html", "by.html")  # what stands among them
EACH = 5  # of them one in so many; `make prove` takes all


def test_the_nu_checker_has_no_complaint_about_pages_of_any_type(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    alike = [page for page in pages if page.parent.name in ALIKE and page.name not in LISTS]
    chosen = [*sorted({*pages}.difference(alike)), *alike[::EACH]]
    assert complaints(chosen, built_site) == []


@pytest.mark.prove
def test_the_nu_checker_has_no_complaint_about_any_page(built_site: Path) -> None:
    assert complaints([built_site], built_site) == []


def complaints(places: list[Path], site: Path) -> list[str]:
    return [described(message, site) for message in messages(places) if not excused(message)]


def test_the_nu_checker_sees_a_fault_of_a_page(tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(
        '<!doctype html><html lang="ru"><title>Проба</title><ul><p>в списке</ul>', "utf-8"
    )
    assert any(message["type"] == "error" for message in messages([tmp_path]))


def messages(places: list[Path]) -> list[dict[str, Any]]:
    """Everything that the checker says about the pages below some folders."""
    ran = subprocess.run(
        [*checker(), "--skip-non-html", "--format", "json", *map(str, places)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = json.loads(ran.stderr or ran.stdout)
    found: list[dict[str, Any]] = said["messages"]
    return found


def excused(message: dict[str, Any]) -> bool:
    """True for a notice of one of the checker's own limits; an error is never excused."""
    return message["type"] == "info" and str(message["message"]).startswith(tuple(LIMITS))


def described(message: dict[str, Any], site: Path) -> str:
    """A message in a line: page, place, words."""
    page = message["url"].partition(site.name + "/")[2]
    return f"{page}:{message.get('lastLine')}:{message.get('lastColumn')}: {message['message']}"
