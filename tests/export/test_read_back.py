"""Tables, workbook and database are read by programs that did not write them."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import json
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from datasette.app import Datasette
from frictionless import Package

from dossier.dataset import Dataset
from dossier.rendering.tables import Table, tables_of


@pytest.fixture(scope="module")
def tables(real: Dataset) -> list[Table]:
    return tables_of(real)


def test_the_data_package_is_valid_and_counts_every_row(
    exported: Path, tables: list[Table]
) -> None:
    package = Package(str(exported / "data" / "datapackage.json"))
    report = package.validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        table.name: len(table.rows) for table in tables
    }


def test_the_csv_says_what_the_tables_say(exported: Path, tables: list[Table]) -> None:
    for table in tables:
        with (exported / "data" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == table.names
        shown = [["" if v is None else str(v).lower() if isinstance(v, bool) else str(v)
                  for v in row] for row in table.rows]  # fmt: skip
        assert [[cell.removeprefix("'") for cell in row] for row in rows] == [
            [cell.removeprefix("'") for cell in row] for row in shown
        ]


def test_a_theme_has_a_table_of_its_events(exported: Path, real: Dataset) -> None:
    for theme in real.terms("themes"):
        with (exported / f"data/themes/{theme}.csv").open(encoding="utf-8", newline="") as file:
            found = [row["id"] for row in csv.DictReader(file)]
        assert found == [e.id for e in real.elements.values() if theme in e.themes]


def test_the_workbook_has_a_sheet_for_each_table(exported: Path, tables: list[Table]) -> None:
    book = openpyxl.load_workbook(exported / "data" / "dossier.xlsx", read_only=True)
    assert book.sheetnames[1:] == [table.name for table in tables]
    for table in tables:
        head, *rows = book[table.name].iter_rows(values_only=True)
        assert list(head) == table.names
        assert [row[0] for row in rows] == [row[0] for row in table.rows]
    guide = list(book.worksheets[0].iter_rows(min_row=6, values_only=True))
    assert len(guide) == sum(1 + len(table.columns) for table in tables)


def test_the_database_is_whole_and_its_keys_hold(exported: Path, tables: list[Table]) -> None:
    with _database(exported) as data:
        assert data.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert data.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in tables:
            (count,) = data.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
            assert count == len(table.rows)
        described = data.execute("SELECT count(*) FROM columns").fetchone()
        assert described == (sum(len(table.columns) for table in tables),)


def test_views_and_lists_answer_what_the_records_say(exported: Path, real: Dataset) -> None:
    own = [element for element in real.elements.values() if element.scope == "cooperation"]
    with _database(exported) as data:
        (events,) = data.execute("SELECT sum(events) FROM events_by_year").fetchone()
        assert events == len(own)
        parties = data.execute("SELECT count(*) FROM elements_parties").fetchone()
        assert parties == (sum(len(element.parties) for element in real.elements.values()),)
        evidence = data.execute("SELECT count(*) FROM evidence").fetchone()
        cited = sum(len(c.cites) for element in real.elements.values() for c in element.claims)
        assert evidence == (cited,)


def test_the_search_knows_the_beginning_of_a_word(exported: Path, real: Dataset) -> None:
    with _database(exported) as data:
        found = data.execute(
            "SELECT id FROM search WHERE search MATCH 'ru: транзит*' AND kind = 'elements'"
        ).fetchall()
    ids = {id_ for (id_,) in found}
    assert {e.id for e in real.elements.values() if "транзит" in e.title.ru.lower()} <= ids


def test_datasette_serves_the_database(exported: Path, real: Dataset) -> None:
    async def ask() -> object:
        served = Datasette([str(exported / "data" / "dossier.sqlite")])
        await served.invoke_startup()
        answer = await served.client.get("/dossier.json?sql=select+count(*)+from+sources")
        page = await served.client.get("/dossier/evidence")
        return answer.json()["rows"], page.status_code

    assert asyncio.run(ask()) == ([[len(real.sources)]], 200)


def test_the_manifest_names_every_file_with_its_sum(exported: Path) -> None:
    manifest = json.loads((exported / "data" / "manifest.json").read_bytes())
    named = {file["path"]: file["sha256"] for file in manifest["files"]}
    present = {p.relative_to(exported).as_posix(): p for p in exported.rglob("*") if p.is_file()}
    # An edition holds the manifest, and has one of its own.
    present = {name: path for name, path in present.items() if not name.startswith("editions/")}
    assert named.keys() | {"data/manifest.json"} == present.keys()
    for name, digest in named.items():
        assert hashlib.sha256(present[name].read_bytes()).hexdigest() == digest


def _database(exported: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{exported}/data/dossier.sqlite?mode=ro", uri=True)
