"""The schemas in `schema/` say what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.authoring.schema import schema_of, write_schemas
from dossier.dataset import Dataset, load
from dossier.model import RECORD_TYPES, Element, Record

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(ROOT / "data")


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_a_schema_is_what_the_model_says(
    model: type[Record], dataset: Dataset, tmp_path: Path
) -> None:
    write_schemas(dataset, tmp_path)
    name = f"{model.TYPE}.schema.json"
    there, made = (json.loads((it / name).read_text("utf-8")) for it in (ROOT / "schema", tmp_path))
    # A label that an editor changes in a browser makes a file stale, and `check` says so; a change
    # of the model does not go without the file.
    assert without_terms(there) == without_terms(made), "run `dossier schema` and commit"


def without_terms(node: Any) -> Any:
    """The schema without the terms of vocabularies and their labels."""
    if isinstance(node, list):
        return [without_terms(item) for item in node]
    if not isinstance(node, dict):
        return node
    of_terms = "markdownEnumDescriptions" in node
    left_out = {"markdownEnumDescriptions", "enum"} if of_terms else set()
    return {key: without_terms(value) for key, value in node.items() if key not in left_out}


def test_a_controlled_field_lists_its_terms(dataset: Dataset) -> None:
    element = schema_of(Element, dataset)
    assert element["properties"]["kind"]["enum"] == list(dataset.terms("kinds"))


def test_no_mark_of_ours_is_left_in_a_schema(dataset: Dataset) -> None:
    for model in RECORD_TYPES:
        assert "x-dossier" not in json.dumps(schema_of(model, dataset))
