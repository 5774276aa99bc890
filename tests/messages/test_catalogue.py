"""Every message has its Russian, and the catalogue holds nothing besides: `make lint` runs this."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import ROOT

CATALOGUE = ROOT / "dossier/messages/locale/ru/LC_MESSAGES/dossier.po"
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Where the Russian leaves the sort of the record unsaid, since it would have to be inflected.
UNSAID = {
    "name the other {what} that is meant, or delete the entry",
    "name an existing {what}, or add the one that is meant",
    "name an existing {what}",
    "`{id}` has a tombstone, but the {what} still exists",
}


def extracted() -> set[str]:
    """The messages of the code, by their English (singular where there are two)."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]
    methods = [
        (entry["pattern"], settings["extractors"][entry["method"]])
        for entry in settings["mappings"]
    ]
    found = extract_from_dir(ROOT / "dossier", methods, {}, keywords=DEFAULT_KEYWORDS)
    return {said if isinstance(said, str) else said[0] for _, _, said, *_ in found}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, "ru")


def entries(catalogue: Catalog) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Each entry: its English, its Russian in all forms, and whether it is only a guess."""
    for entry in catalogue:
        if entry.id:
            english = entry.id if isinstance(entry.id, str) else entry.id[0]
            said = entry.string or ""
            yield english, (said,) if isinstance(said, str) else tuple(said), entry.fuzzy


def places(text: str) -> set[str | None]:
    """The names in the places of a message; none in one that is no template."""
    try:
        return {name for _, name, *_ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()


def test_the_catalogue_has_the_messages_of_the_code_and_no_other(catalogue: Catalog) -> None:
    known = {english for english, *_ in entries(catalogue)}
    assert (extracted() - known, known - extracted()) == (set(), set()), "run: make catalogue"


def test_every_message_is_translated_and_none_is_only_guessed(catalogue: Catalog) -> None:
    wanting = [
        english for english, russian, fuzzy in entries(catalogue) if fuzzy or not all(russian)
    ]
    assert wanting == []


def test_a_translation_speaks_russian(catalogue: Catalog) -> None:
    latin = [
        english
        for english, russian, _ in entries(catalogue)
        if not all(CYRILLIC.search(form) for form in russian)
    ]
    assert latin == []


def test_a_translation_keeps_every_place_of_the_english(catalogue: Catalog) -> None:
    for english, russian, _ in entries(catalogue):
        for form in russian:
            wanted = places(english) - ({"what"} if english in UNSAID else set())
            assert places(form) == wanted, english
