"""The interface for programs: static JSON below `/api/v1/`, one file a record and a collection.

A record is what the data hold (`record`, in the words of the model), what is computed about it
(`computed`) and where else it stands (`links`). Which edition it is stands in the index and the
collections only, so that a record's file changes when the record does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.dates.edtf import DateError
from dossier.dates.wording import describe
from dossier.export.bundle import Bundle, as_json
from dossier.grading.grade import Grade, grade_citations, grade_claim
from dossier.language.words import LANGUAGES, Words
from dossier.model import RECORD_TYPES, Element, Record, Vocabulary
from dossier.model.annotations import Edtf, Term
from dossier.model.walk import marked
from dossier.rendering import addresses
from dossier.rendering.tables.columns import bound
from dossier.rendering.views.items import API as ROOT
from dossier.rendering.views.items import FORMS, api_file, file_of

# Raised by a new field in its second place, by a new path in its first.
VERSION = "1.0"


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Every record and collection, and the index."""
    for model in RECORD_TYPES:
        yield from _of_type(model, bundle)
    about = bundle.dataset.about
    index = _head(bundle) | {
        "name": _texts(about.name),
        "licence": {"name": about.licence.name, "url": about.licence.url},
        "description": bundle.address(f"{ROOT}/openapi.json"),
        "tables": bundle.address("data/datapackage.json"),
        "collections": [
            {
                "type": model.TYPE,
                "count": len(bundle.dataset.of(model)),
                "collection": bundle.address(f"{ROOT}/{model.FOLDER}.json"),
                "record": bundle.address(f"{ROOT}/{model.FOLDER}/{{id}}.json"),
                "schema": bundle.address(f"{ROOT}/schema/{model.TYPE}.json"),
            }
            for model in RECORD_TYPES
        ],
    }
    yield f"{ROOT}/index.json", as_json(index)


def _of_type(model: type[Record], bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """A file for each record of a type, then all of them in one."""
    records = bundle.dataset.of(model).values()
    listed = bytearray()
    for record in records:
        content = as_json(as_data(record, bundle))
        yield api_file(record), content
        # A line break within a text is escaped, so each one in the JSON begins a line.
        listed += b",\n  " if listed else b""
        listed += content.rstrip(b"\n").replace(b"\n", b"\n  ")
    yield f"{ROOT}/{model.FOLDER}.json", _collection(listed, len(records), bundle)


def as_data(record: Record, bundle: Bundle) -> dict[str, Any]:
    """One record as the interface gives it."""
    dataset = bundle.dataset
    return {
        "type": record.TYPE,
        "id": record.id,
        "record": record.model_dump(mode="json", exclude_none=True),
        "computed": {
            "grades": _grades(record, dataset),
            "dates": _dates(record),
            "labels": _labels(record, dataset),
            "referred_by": [
                {
                    "type": use.record.TYPE,
                    "id": use.record.id,
                    "field": ".".join(step for step in use.path if isinstance(step, str)),
                    "href": bundle.address(api_file(use.record)),
                }
                for use in dataset.uses.get((record.TYPE, record.id), ())
                if use.record.FOLDER
            ],
        },
        "links": _links(record, bundle),
    }


def _collection(listed: bytearray, count: int, bundle: Bundle) -> bytes:
    """Records that are JSON already, two steps further in, as a list after the head."""
    head = as_json(_head(bundle) | {"count": count, "items": []})
    before, items, after = head.rpartition(b'"items": []')
    return b"".join((before, items[:-1], b"\n  ", listed, b"\n ]", after)) if listed else head


def _head(bundle: Bundle) -> dict[str, Any]:
    return {"schema_version": VERSION, "edition": bundle.edition}


def _links(record: Record, bundle: Bundle) -> dict[str, Any]:
    links: dict[str, Any] = {
        "self": bundle.address(api_file(record)),
        "collection": bundle.address(f"{ROOT}/{record.FOLDER}.json"),
        "schema": bundle.address(f"{ROOT}/schema/{record.TYPE}.json"),
    }
    if isinstance(record, Vocabulary):
        return links
    page = addresses.address_of(record)
    links["page"] = {lang: bundle.address(addresses.folder_of(lang) + page) for lang in LANGUAGES}
    links["cite"] = {
        form: {lang: bundle.address(file_of(record, lang, form)) for lang in LANGUAGES}
        for form in FORMS
    }
    return links


def _grades(record: Record, dataset: Dataset) -> dict[str, Any]:
    """The grade of each claim of an element, or of the whole record where it has citations."""
    if isinstance(record, Element):
        return {claim.id: _grade(grade_claim(claim, dataset)) for claim in record.claims}
    cites = getattr(record, "cites", ())
    return {"": _grade(grade_citations(cites, dataset))} if cites else {}


def _grade(grade: Grade) -> dict[str, Any]:
    return {
        "confidence": grade.confidence,
        "corroboration": grade.corroboration,
        "origins": list(grade.origins),
        "reasons": [
            {"id": key} | {lang: Words(lang)(f"reason.{key}") for lang in LANGUAGES}
            for key in grade.reasons
        ],
    }


def _dates(record: Record) -> dict[str, Any]:
    """Every date of the record that is not plainly a day: its bounds, and its words."""
    by_value = {}
    for _path, value, mark in marked(record):
        if isinstance(mark, Edtf) and not mark.day and value not in by_value:
            try:
                moment = edtf.parse(value)
            except DateError:  # `date-format` reports it
                continue
            by_value[value] = {
                "first": bound(value, first=True),
                "last": bound(value, first=False),
                "certainty": moment.certainty,
                **{lang: describe(moment, lang) for lang in LANGUAGES},
            }
    return by_value


def _labels(record: Record, dataset: Dataset) -> dict[str, Any]:
    """What readers see for every term that the record uses, as `vocabulary/term`."""
    used = sorted({(mark.axis, v) for _p, v, mark in marked(record) if isinstance(mark, Term)})
    return {
        f"{axis}/{value}": _texts(dataset.terms(axis)[value].label)
        for axis, value in used
        if value in dataset.terms(axis)
    }


def _texts(text: Any) -> dict[str, str]:
    return {language: text.in_language(language) for language in LANGUAGES}
