"""The examples that stand in tables and in sentences of the guide are what the engine does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml

from dossier.authoring.schema import schema_of
from dossier.check.rules import all_rules
from dossier.check.rules.tombstone_chain import _wrong_number
from dossier.dataset import Dataset
from dossier.dataset.validation import validate
from dossier.dates.edtf import parse
from dossier.dates.wording import describe
from dossier.formatting import model_of
from dossier.model import RECORD_TYPES, Element, Vocabulary
from dossier.model.tombstone import Tombstone
from dossier.parsing.documents import Document
from dossier.parsing.nodes import read
from tests.guide.pages import FENCE, INLINE, PAGES, ROOT

LANGUAGES = ("ru", "en")
PLAN = "data/elements/cooperation-plan-2025.yml"
NUMBERS = {
    "одна": (1,),
    "две или больше": (2, 3),
    "ни одной": (0,),
    "one": (1,),
    "two or more": (2, 3),
    "none": (0,),
}


def rows(page: str, heading: str) -> Iterator[list[str]]:
    """The rows of the first table after a heading with the anchor `heading`."""
    text = (ROOT / page).read_text("utf-8").partition(f"{{ #{heading} }}")[2]
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table, (page, heading)
    for line in table[0].splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_of_the_table_is_printed_as_the_table_says(language: str) -> None:
    found = list(rows(f"docs/{language}/editing/dates.md", "dates"))
    assert len(found) == 7
    for written, printed in found:
        assert describe(parse(written.strip("`")), language).replace("\u00a0", " ") == printed


def test_both_languages_show_the_same_dates_and_as_many_pairs() -> None:
    def column(page: str, heading: str) -> list[list[str]]:
        return [
            [row[0] for row in rows(f"docs/{language}/editing/{page}", heading)]
            for language in LANGUAGES
        ]

    russian, english = column("dates.md", "dates")
    assert russian == english
    russian, english = column("writing.md", "pairs")
    assert len(russian) == len(english)


@pytest.mark.slow
def test_the_check_has_nothing_against_a_good_wording(real: Dataset) -> None:
    """What is bad in the other column only a reader can tell; the page of review asks for it."""
    pairs = zip(
        *(rows(f"docs/{language}/editing/writing.md", "pairs") for language in LANGUAGES),
        strict=True,
    )
    for (_, russian, _), (_, english, _) in pairs:
        said = [*of_title(real, russian, english)]
        assert said == [], (russian, english)


def of_title(real: Dataset, russian: str, english: str) -> Iterator[str]:
    """What the rules say of an element that is called so."""
    tree = yaml.load((ROOT / PLAN).read_text("utf-8"), yaml.BaseLoader)
    tree["title"] = {"ru": russian, "en": english}
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    root, findings = read(text.encode())
    model = model_of(ROOT / PLAN)
    assert model is not None
    document = Document(PLAN.removeprefix("data/"), text, root)
    record, invalid = validate(model, document)
    yield from [str(finding.message) for finding in [*findings, *invalid]]
    assert isinstance(record, Element)
    elements = {**real.records["element"], record.id: record}
    changed = replace(real, records={**real.records, "element": elements})
    for rule in all_rules().values():
        if rule.check is not None:
            for problem in rule.problems(changed, None):
                if getattr(problem.record, "id", "") == record.id and problem.path[:1] == (
                    "title",
                ):
                    yield f"{rule.id}: {problem.message}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_fates_says_what_the_check_asks(language: str) -> None:
    table = {
        row[0].strip("`"): NUMBERS[row[2]]
        for row in rows(f"docs/{language}/editing/corrections.md", "other-fates")
    }
    fates = Tombstone.model_json_schema()["properties"]["fate"]["enum"]
    assert sorted(table) == sorted(fates)
    for fate, allowed in table.items():
        for count in range(4):
            stone = cast(Tombstone, SimpleNamespace(fate=fate, to=("x",) * count))
            assert (_wrong_number(stone) is None) == (count in allowed), (fate, count)


def fields_in_prose(page: str) -> set[tuple[str, str]]:
    """Fields with values in the sentences of a page: `date_basis: report`."""
    text = FENCE.sub("", (ROOT / page).read_text("utf-8"))
    found = (re.fullmatch(r"([a-z_]+): (\S+)", code) for code in INLINE.findall(text))
    return {(match[1], match[2]) for match in found if match}


def values(node: Any) -> Iterator[tuple[str, Any]]:
    """Every field that a JSON Schema allows, with each value that it lists for it."""
    if isinstance(node, dict):
        for name, schema in node.get("properties", {}).items():
            for choice in (schema, *schema.get("anyOf", ())):
                yield from ((name, value) for value in choice.get("enum", ()))
                if "const" in choice:
                    yield name, choice["const"]
                if choice.get("type") == "boolean":
                    yield from ((name, "true"), (name, "false"))
        for inner in node.values():
            yield from values(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from values(inner)


def test_a_field_named_in_a_sentence_takes_the_value_named_with_it(real: Dataset) -> None:
    allowed = {pair for model in RECORD_TYPES for pair in values(schema_of(model, real))}
    named = {(page, *pair) for page in PAGES for pair in fields_in_prose(page)}
    assert named, "the pages name no field any longer"
    assert {entry for entry in named if entry[1:] not in allowed} == set()


def test_the_pages_with_tables_are_all_looked_at() -> None:
    """A table that comes to the guide has to be looked at here."""
    with_tables = {
        Path(page).name
        for page in PAGES
        if "\n|---" in FENCE.sub("", (ROOT / page).read_text("utf-8")) and "docs/" in page
    }
    assert with_tables == {"dates.md", "writing.md", "corrections.md"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_guide_names_the_groups_that_a_party_may_belong_to(
    language: str, real: Dataset
) -> None:
    text = (ROOT / f"docs/{language}/editing/growing.md").read_text("utf-8")
    groups = real.of(Vocabulary)["actors"].groups
    assert groups and [group for group in groups if f"`{group}`" not in text] == []
