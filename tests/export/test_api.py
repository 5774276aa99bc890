"""The interface: whole, linked, valid against its own schemas and description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from dossier.dataset import Dataset
from dossier.export import outputs
from dossier.grading.grade import grade_claim
from dossier.model import RECORD_TYPES, Record
from tests.making import claim, dataset, element

API = "api/v1"


def _read(exported: Path, name: str) -> Any:
    return json.loads((exported / API / name).read_bytes())


@pytest.mark.parametrize("model", RECORD_TYPES)
def test_every_record_is_valid_against_its_schema(exported: Path, model: type[Record]) -> None:
    schema = _read(exported, f"schema/{model.TYPE}.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for item in _read(exported, f"{model.FOLDER}.json")["items"]:
        assert [error.message for error in validator.iter_errors(item)] == []


@pytest.mark.parametrize("model", RECORD_TYPES)
def test_a_record_is_alone_what_it_is_in_its_collection(
    exported: Path, real: Dataset, model: type[Record]
) -> None:
    collection = _read(exported, f"{model.FOLDER}.json")
    assert collection["count"] == len(collection["items"]) == len(real.of(model))
    for item in collection["items"]:
        assert _read(exported, f"{model.FOLDER}/{item['id']}.json") == item


def test_the_index_leads_to_everything(exported: Path, real: Dataset) -> None:
    index = _read(exported, "index.json")
    assert index["edition"]["edition"] == (real.editions and real.editions.editions[-1].date)
    for entry in index["collections"]:
        assert (exported / entry["collection"]).is_file()
        assert (exported / entry["schema"]).is_file()
        one = next(iter(real.records[entry["type"]]))
        assert (exported / entry["record"].replace("{id}", one)).is_file()
    assert (exported / index["description"]).is_file()
    assert (exported / index["tables"]).is_file()


def test_every_link_between_records_leads_to_a_file(exported: Path) -> None:
    for path in (exported / API).glob("*/*.json"):
        if path.parent.name == "schema":
            continue
        item = json.loads(path.read_bytes())
        links = [item["links"][name] for name in ("self", "collection", "schema")]
        links += [use["href"] for use in item["computed"]["referred_by"]]
        links += [link for form in item["links"].get("cite", {}).values() for link in form.values()]
        assert [link for link in links if not (exported / link).is_file()] == []


def test_the_description_is_openapi_and_names_every_path(exported: Path) -> None:
    described = _read(exported, "openapi.json")
    validate(described)
    for path in described["paths"]:
        folder = path.removesuffix("/{id}.json").strip("/")
        assert (exported / API / folder).exists(), path
    assert len(described["paths"]) == 1 + 2 * len(RECORD_TYPES)


def test_the_description_says_what_every_field_of_the_model_means(exported: Path) -> None:
    schemas = _read(exported, "openapi.json")["components"]["schemas"]
    for model in RECORD_TYPES:
        fields = schemas[f"{model.__name__}File"]["properties"]["record"]["properties"]
        assert list(fields) == list(model.model_fields)
        for name, info in model.model_fields.items():
            assert fields[name].get("description") == info.description


def test_a_grade_comes_with_its_reasons_in_both_languages(exported: Path, real: Dataset) -> None:
    for item in _read(exported, "elements.json")["items"]:
        for one in real.elements[item["id"]].claims:
            told = item["computed"]["grades"][one.id]
            grade = grade_claim(one, real)
            assert (told["confidence"], told["corroboration"]) == (
                grade.confidence, grade.corroboration
            )  # fmt: skip
            assert [reason["id"] for reason in told["reasons"]] == list(grade.reasons)
            assert all(reason["ru"] != reason["en"] for reason in told["reasons"])


def test_terms_and_dates_come_with_their_words(exported: Path) -> None:
    item = _read(exported, "elements/transit-agreement-2024.json")
    kind = item["record"]["kind"]
    assert item["computed"]["labels"][f"kinds/{kind}"].keys() == {"ru", "en"}
    date = item["computed"]["dates"][item["record"]["date"]]
    assert (date["first"], date["en"]) == ("2024-09-11", "11\N{NO-BREAK SPACE}September 2024")


def test_a_record_keeps_its_bytes_when_another_changes(tmp_path: Path) -> None:
    """So that a copy kept by a program is good until the record itself changes."""
    one = element("one", "2020", claim())
    for name, other in (("a", element("two", "2021")), ("b", element("two", "2022"))):
        (tmp_path / name).mkdir()
        outputs.write(dataset(one, other), tmp_path / name)
    path = f"{API}/elements/one.json"
    assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


def test_where_the_site_is_known_links_are_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_SITE_URL", "https://example.org/dossier/")
    outputs.write(dataset(element("one")), tmp_path)
    item = _read(tmp_path, "elements/one.json")
    site = "https://example.org/dossier"
    assert item["links"]["self"] == f"{site}/{API}/elements/one.json"
    assert item["links"]["page"]["en"] == f"{site}/en/elements/one.html"
    assert _read(tmp_path, "openapi.json")["servers"] == [{"url": f"{site}/{API}"}]
