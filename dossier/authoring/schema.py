"""JSON Schemas of the record types, for completion and hover help in an editor.

Generated from the models, with the terms of the closed vocabularies as allowed values, so that
what an editor proposes is what `check` accepts; lists that grow with the data stay out, so that
a new party does not make a schema stale. A test holds the files in `schema/` against the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset
from dossier.model import RECORD_TYPES, Record, Vocabulary
from dossier.model.annotations import REFERS_TO, TERM_OF

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[Record], dataset: Dataset) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record type."""
    schema = model.model_json_schema()
    filled = _filled(schema, dataset)
    return {"$schema": DIALECT, **filled}


def _filled(node: Any, dataset: Dataset) -> Any:
    """The schema with marks replaced: terms become allowed values, references say of what."""
    if isinstance(node, list):
        return [_filled(item, dataset) for item in node]
    if not isinstance(node, dict):
        return node
    filled = {key: _filled(value, dataset) for key, value in node.items()}
    if "patternProperties" in filled:
        filled.setdefault("additionalProperties", False)
    axis = filled.pop(TERM_OF, None)
    vocabulary = dataset.of(Vocabulary).get(axis or "")
    if axis is not None and vocabulary is not None and vocabulary.closed == "true":
        terms = dataset.terms(axis)
        filled["enum"] = list(terms)
        filled["markdownEnumDescriptions"] = [
            f"{term.label.ru} · {term.label.en or ''}" for term in terms.values()
        ]
    target = filled.pop(REFERS_TO, None)
    if target is not None:
        filled.setdefault("description", f"The id of a record of the type {target}.")
    return filled


def schemas(dataset: Dataset) -> dict[str, str]:
    """One schema a record type: the name of its file, and the text."""
    return {
        f"{model.TYPE}.schema.json": json.dumps(
            schema_of(model, dataset), ensure_ascii=False, indent=2
        )
        + "\n"
        for model in RECORD_TYPES
    }


def write_schemas(dataset: Dataset, folder: Path) -> list[Path]:
    """Write one schema a record type into `folder`; returns the files, in a fixed order."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas(dataset).items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
