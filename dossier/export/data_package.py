"""The tables as a Data Package (Frictionless Data, v1): types, keys, meaning of every column."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from typing import Any

from dossier.export import tables_csv
from dossier.export.bundle import Bundle, as_json
from dossier.rendering.tables import Column, Table

PATH = "data/datapackage.json"


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """The description that stands beside the CSV files."""
    if not bundle.sums:
        deque(tables_csv.files(bundle), maxlen=0)
    about = bundle.dataset.about
    package = {
        "profile": "tabular-data-package",
        "name": slug(about.name.en or about.id),
        "title": about.name.en,
        "title_ru": about.name.ru,
        "version": f"{bundle.edition['edition']}+{bundle.edition['version']}",
        "created": bundle.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "licenses": [bundle.licence],
        **({"homepage": bundle.site} if bundle.site else {}),
        "resources": [_resource(table, bundle) for table in bundle.tables],
    }
    yield PATH, as_json(package)


def slug(text: str) -> str:
    """A name of lower-case Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "dossier"


def _resource(table: Table, bundle: Bundle) -> dict[str, Any]:
    known = bundle.sums[tables_csv.path_of(table)]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": tables_csv.path_of(table).removeprefix("data/"),
        "title": table.label("en"),
        "title_ru": table.label("ru"),
        "description": table.about.in_language("en"),
        "description_ru": table.about.in_language("ru"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": known["bytes"],
        "hash": f"sha256:{known['sha256']}",
        "schema": {
            "fields": [field_of(column) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {"resource": column.refers, "fields": ["id"]},
                }
                for column in table.columns
                if column.refers and not column.many
            ],
        },
    }


def field_of(column: Column) -> dict[str, Any]:
    """The description of a column, in both languages."""
    note = " Several values are parted by “; ”." if column.many else ""
    note_ru = " Несколько значений разделены «; »." if column.many else ""
    return {
        "name": column.name,
        "type": column.type,
        "title": column.label("en"),
        "title_ru": column.label("ru"),
        "description": column.about.in_language("en") + note,
        "description_ru": column.about.in_language("ru") + note_ru,
        **({"constraints": {"required": True}} if column.required else {}),
    }
