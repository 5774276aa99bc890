"""CSV after RFC 4180: UTF-8, a header of column names, LF at line ends, a file a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dossier.export.bundle import Bundle, sum_of
from dossier.rendering.tables import Cell, Row, Table

# What makes a spreadsheet take a text for a formula (OWASP, CSV injection).
_FORMULA = frozenset("=+-@")


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """A file for each table, and one for the events of each theme."""
    for table in bundle.tables:
        content = _csv(table, table.rows, bundle)
        bundle.sums[path_of(table)] = sum_of(content)
        yield path_of(table), content
    events = next(table for table in bundle.tables if table.name == "elements")
    themes = events.names.index("themes")
    for theme in bundle.dataset.terms("themes"):
        rows = [row for row in events.rows if theme in str(row[themes]).split("; ")]
        yield f"data/themes/{theme}.csv", _csv(events, rows, bundle)


def path_of(table: Table) -> str:
    """Where the file of a table stands, from the root of the site."""
    return f"data/{table.name}.csv"


def _csv(table: Table, rows: list[Row], bundle: Bundle) -> bytes:
    content = io.BytesIO()
    text = io.TextIOWrapper(content, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.names)
    for row in rows:
        writer.writerow([
            value if value is None or (type(value) is str and value[:1] not in _FORMULA)
            else _cell(value, table, row[0], place, bundle)
            for place, value in enumerate(row)
        ])  # fmt: skip
    text.flush()
    return content.getvalue()


def _cell(value: Cell, table: Table, key: Cell, place: int, bundle: Bundle) -> Cell:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value[:1] in _FORMULA:
        bundle.report.note("csv", f"{table.name}/{key}/{table.names[place]}", "formula")
        return f"'{value}"
    return value
