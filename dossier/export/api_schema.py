"""JSON Schemas of the interface, one a type, and its OpenAPI description: made from the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.authoring.schema import DIALECT, schema_of
from dossier.export.api import VERSION
from dossier.export.bundle import Bundle, as_json
from dossier.model import RECORD_TYPES, Record
from dossier.rendering.views.items import API as ROOT

STRING = {"type": "string"}
BOTH = {
    "type": "object",
    "properties": {"ru": STRING, "en": STRING},
    "required": ["ru", "en"],
    "additionalProperties": False,
}
GRADE = {
    "type": "object",
    "description": "How sure one may be at most, computed from the citations, with the reasons.",
    "properties": {
        "confidence": {"enum": ["not_assessed", "low", "moderate", "high"]},
        "corroboration": {
            "enum": ["none", "single_origin", "multiple_dependent", "independent", "documentary"]
        },
        "origins": {"type": "array", "items": STRING},
        "reasons": {
            "type": "array",
            "items": {"type": "object", "properties": {"id": STRING, "ru": STRING, "en": STRING},
                      "required": ["id", "ru", "en"], "additionalProperties": False},
        },
    },
    "required": ["confidence", "corroboration", "origins", "reasons"],
    "additionalProperties": False,
}  # fmt: skip
DAY = {"type": ["string", "null"], "format": "date"}
DATE = {
    "type": "object",
    "description": "The first and the last day that an EDTF date may mean, and its words.",
    "properties": {"first": DAY, "last": DAY, "certainty": STRING, "ru": STRING, "en": STRING},
    "required": ["first", "last", "certainty", "ru", "en"],
    "additionalProperties": False,
}
USE = {
    "type": "object",
    "description": "A record that refers to this one, and in which field.",
    "properties": {"type": STRING, "id": STRING, "field": STRING, "href": STRING},
    "required": ["type", "id", "field", "href"],
    "additionalProperties": False,
}
COMPUTED = {
    "type": "object",
    "description": "What follows from the data; nobody types it.",
    "properties": {
        "grades": {"type": "object", "additionalProperties": GRADE,
                   "description": "By the id of the claim; by an empty name, of the record."},
        "dates": {"type": "object", "additionalProperties": DATE},
        "labels": {"type": "object", "additionalProperties": BOTH,
                   "description": "What readers see for a term, by `vocabulary/term`."},
        "referred_by": {"type": "array", "items": USE},
    },
    "required": ["grades", "dates", "labels", "referred_by"],
    "additionalProperties": False,
}  # fmt: skip
LINKS = {
    "type": "object",
    "description": "Where else the record stands.",
    "properties": {"self": STRING, "collection": STRING, "schema": STRING, "page": BOTH,
                   "cite": {"type": "object", "additionalProperties": BOTH}},
    "required": ["self", "collection", "schema"],
}  # fmt: skip


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """A schema for each type, and the description of all addresses."""
    for model in RECORD_TYPES:
        yield f"{ROOT}/schema/{model.TYPE}.json", as_json(schema(model, bundle))
    yield f"{ROOT}/openapi.json", as_json(_openapi(bundle))


def schema(model: type[Record], bundle: Bundle) -> dict[str, Any]:
    """The schema (draft 2020-12) of a record of one type, as the interface gives it."""
    inner = schema_of(model, bundle.dataset)
    defs = inner.pop("$defs", {})
    inner.pop("$schema")
    return {
        "$schema": DIALECT,
        "title": model.__name__,
        "description": inner.get("description", ""),
        "type": "object",
        "properties": {
            "type": {"const": model.TYPE},
            "id": STRING,
            "record": inner,
            "computed": COMPUTED,
            "links": LINKS,
        },
        "required": ["type", "id", "record", "computed", "links"],
        "$defs": defs,
    }


def _openapi(bundle: Bundle) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    paths: dict[str, Any] = {"/index.json": _get("The index: edition and collections.", {})}
    for model in RECORD_TYPES:
        one = schema(model, bundle)
        one.pop("$schema")
        parts |= _hoisted(one.pop("$defs")) | {f"{model.__name__}File": _hoisted(one)}
        answer = {"$ref": f"#/components/schemas/{model.__name__}File"}
        several = {"type": "object", "properties": {
            "schema_version": STRING, "edition": {"type": "object"}, "count": {"type": "integer"},
            "items": {"type": "array", "items": answer}}}  # fmt: skip
        paths[f"/{model.FOLDER}.json"] = _get(f"All records of the type {model.TYPE}.", several)
        paths[f"/{model.FOLDER}/{{id}}.json"] = _get(one["description"], answer, of_one=True)
    about = bundle.dataset.about
    return {
        "openapi": "3.1.0",
        "info": {"title": about.name.en, "version": VERSION,
                 "license": {"name": about.licence.name, "url": about.licence.url}},
        "servers": [{"url": bundle.address(ROOT) if bundle.site else "."}],
        "paths": paths,
        "components": {"schemas": parts},
    }  # fmt: skip


def _get(about: str, answer: dict[str, Any], *, of_one: bool = False) -> dict[str, Any]:
    ok = {"description": about, "content": {"application/json": {"schema": answer}}}
    answers = {"200": ok} | ({"404": {"description": "No such record."}} if of_one else {})
    said: dict[str, Any] = {"summary": about, "responses": answers}
    if of_one:
        said["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": STRING}]
    return {"get": said}


def _hoisted(node: Any) -> Any:
    """Schemas with their references led to the components of the description."""
    if isinstance(node, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref"
            else _hoisted(value)
            for key, value in node.items()
        }  # fmt: skip
    return [_hoisted(item) for item in node] if isinstance(node, list) else node
