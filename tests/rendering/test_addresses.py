"""One place knows the addresses."""

from __future__ import annotations

import pytest

from dossier.model import RECORD_TYPES, Vocabulary
from dossier.rendering import addresses
from tests.making import element


def test_every_record_type_but_the_vocabulary_has_an_address() -> None:
    assert set(addresses.PAGES) == {model.TYPE for model in RECORD_TYPES if model is not Vocabulary}


def test_an_element_has_a_page_and_an_assessment_a_place_on_one() -> None:
    assert addresses.address("element", "plan-2025") == "elements/plan-2025.html"
    assert addresses.address("assessment", "akar-2022") == "assessments.html#akar-2022"
    assert addresses.address_of(element("plan-2025")) == "elements/plan-2025.html"


def test_claims_and_paragraphs_are_places_on_their_pages() -> None:
    assert addresses.claim("plan-2025#signed") == "elements/plan-2025.html#signed"
    assert addresses.paragraph("mikhailov-2026#P4") == "articles/mikhailov-2026.html#P4"


def test_actors_themes_and_years_have_pages() -> None:
    assert addresses.actor("kz-mod") == "actors/kz-mod.html"
    assert addresses.theme("exercises") == "themes/exercises.html"
    assert addresses.year(2025) == "chronology/2025.html"


@pytest.mark.parametrize(
    ("page", "way"),
    [("index.html", ""), ("risks/a.html", "../"), ("a/b/c.html", "../../")],
)
def test_the_way_to_the_root_is_relative(page: str, way: str) -> None:
    assert addresses.up(page) == way
