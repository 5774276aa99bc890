"""The Big List of Naughty Strings in every text field, through the pages and every export."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.dataset import Dataset, load
from dossier.export.bundle import Bundle
from dossier.export.outputs import FORMATS
from dossier.parsing import markup, nodes
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT
from tests.fixtures.trial import copy_trial

NAUGHTY: list[str] = json.loads((ROOT / "tests/fixtures/naughty/blns.json").read_text("utf-8"))
VERBATIM = frozenset({"title", "author", "publisher", "original_title"})
NOWHERE = Settings()
AT_ONCE = 5  # strings in one field


def readable() -> list[str]:
    """The strings that a file of records may hold; the reader refuses the rest with a finding."""
    kept = []
    for text in NAUGHTY:
        raw = yaml.safe_dump({"text": text}, allow_unicode=True)
        try:
            value = nodes.plain(nodes.read(raw.encode("utf-8"))[0])["text"]
        except (nodes.ParseError, UnicodeEncodeError):
            continue
        if isinstance(value, str) and value.strip():
            kept.append(value)
    return kept


def poisoned(value: Any, strings: Iterator[str], key: str = "") -> Any:
    """A record in which every text is made of the next strings."""
    if isinstance(value, dict):
        if value.keys() <= {"ru", "en"} and isinstance(value.get("ru"), str):
            return {language: _some(strings) for language in ("ru", "en")}
        return {name: poisoned(item, strings, name) for name, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, strings) for item in value]
    return _some(strings) if key in VERBATIM and isinstance(value, str) else value


def _some(strings: Iterator[str]) -> str:
    return " ".join(next(strings) for _ in range(AT_ONCE))


def in_turn(strings: list[str]) -> Iterator[str]:
    while True:
        yield from strings


def filled(folder: Path, strings: list[str]) -> Dataset:
    """The trial dataset with these strings in turn as its texts."""
    data = copy_trial(folder)
    turn = in_turn(strings)
    for path in sorted(data.glob("*/*.yml")):
        record = nodes.plain(nodes.read(path.read_bytes())[0])
        path.write_text(yaml.safe_dump(poisoned(record, turn), allow_unicode=True), "utf-8")
    dataset = load(data)
    assert [f"{f.path}: {f.message}" for f in dataset.findings if f.is_error] == []
    return dataset


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return filled(tmp_path_factory.mktemp("naughty"), readable())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The same with words: what the pages are made of when no text is markup."""
    return filled(tmp_path_factory.mktemp("plain"), [f"word{i}" for i in range(len(readable()))])


def test_nearly_all_strings_can_be_written_down() -> None:
    assert len(NAUGHTY) > 480 and len(readable()) > 0.95 * len(NAUGHTY)


@pytest.mark.parametrize(
    "language", ["ru", pytest.param("en", marks=(pytest.mark.slow, pytest.mark.prove))]
)
def test_no_string_becomes_an_element_or_an_attribute(
    naughty: Dataset, plain: Dataset, language: str
) -> None:
    pages = [
        {page.url: shape(page.html()) for page in pages_of_records(Renderer(it, language, NOWHERE))}
        for it in (naughty, plain)
    ]
    assert pages[0].keys() == pages[1].keys()
    for url, counted in pages[0].items():
        assert counted == pages[1][url], url


def shape(html: str) -> Counter[tuple[str, ...]]:
    """How often each element occurs with each set of attributes, whatever their values.

    A drawing breaks its words into as many lines as they need.
    """
    found = (it for it in markup.elements(html) if it.tag not in ("text", "tspan"))
    return Counter((it.tag, *sorted(it.attributes)) for it in found)


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_export_can_be_read_back(naughty: Dataset, name: str) -> None:
    made = list(FORMATS[name](Bundle(naughty)))
    assert made
    for path, content in made:
        if path.endswith((".json", ".jsonld", ".geojson")):
            json.loads(content)
        elif path.endswith((".xml", ".atom", ".svg")):
            ET.fromstring(content)
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in rows}) == 1, path
        elif path.endswith((".bib", ".ris", ".ics")):
            assert "\x00" not in content.decode("utf-8")
