"""Places in sources, read strictly and told in words."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.rendering.locators import LocatorError, describe_locator, split_locator


@pytest.mark.parametrize(
    ("locator", "parts"),
    [
        ("lead", [("lead", None)]),
        ("paragraph 1-3", [("paragraph", "1-3")]),
        ("paragraph 1-3; title", [("paragraph", "1-3"), ("title", None)]),
        ("article 2;end", [("article", "2"), ("end", None)]),
        ("item 4а", [("item", "4а")]),
    ],
)
def test_a_locator_is_terms_with_numbers(locator: str, parts: list[tuple[str, str | None]]) -> None:
    assert split_locator(locator) == parts


@pytest.mark.parametrize(
    ("locator", "part"),
    [
        ("", ""),
        ("paragraph one", "paragraph one"),
        ("title; Абзац 3", "Абзац 3"),
        ("lead;", ""),
        ("paragraph  3", "paragraph  3"),
        ("page <3>", "page <3>"),
    ],
)
def test_what_cannot_be_read_is_named(locator: str, part: str) -> None:
    with pytest.raises(LocatorError) as caught:
        split_locator(locator)
    assert str(caught.value) == part


def test_a_locator_is_told_in_words_with_a_dash_that_does_not_part(trial: Dataset) -> None:
    terms = trial.terms("locators")
    assert describe_locator("paragraph 1-3; lead", terms, "en") == (
        f"{terms['paragraph'].label.en}\N{NO-BREAK SPACE}1–3; {terms['lead'].label.en}"
    )
    assert describe_locator("paragraph 2", terms, "ru") == "абз.\N{NO-BREAK SPACE}2"
