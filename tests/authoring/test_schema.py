"""The schemas in `schema/` say what the models say."""

from __future__ import annotations

import json
from pathlib import Path

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
    assert (ROOT / "schema" / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8"), (
        "run `dossier schema` and commit what it writes"
    )


def test_a_controlled_field_lists_its_terms(dataset: Dataset) -> None:
    element = schema_of(Element, dataset)
    assert element["properties"]["kind"]["enum"] == list(dataset.terms("kinds"))


def test_no_mark_of_ours_is_left_in_a_schema(dataset: Dataset) -> None:
    for model in RECORD_TYPES:
        assert "x-dossier" not in json.dumps(schema_of(model, dataset))
