"""What a format cannot express is adapted by a rule and listed; nothing vanishes without a word."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import openpyxl

from dossier.export import outputs
from tests.making import cite, claim, dataset, element, source

FORMULA = '=HYPERLINK("http://example.org")'
BROKEN = "two\nlines\tand a bell \x07"


def _exported(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Rows of sources, and what the manifest says was adapted."""
    data = dataset(
        source("formula", title=FORMULA, publisher="-1+1", url="https://example.org/@"),
        source("broken", title=BROKEN),
        source("long", title="x" * 40_000),
        source("old", published="1899-05"),
        element("a", "18XX", claim(cite("formula"))),
    )
    outputs.write(data, folder)
    text = (folder / "data/sources.csv").read_text("utf-8")
    adapted = json.loads((folder / "data/manifest.json").read_bytes())["adapted"]
    return list(csv.DictReader(io.StringIO(text, newline=""))), adapted


def test_a_formula_is_a_text_in_csv_and_is_listed(tmp_path: Path) -> None:
    rows, adapted = _exported(tmp_path)
    row = next(row for row in rows if row["id"] == "formula")
    assert (row["title"], row["publisher"]) == (f"'{FORMULA}", "'-1+1")
    assert {"format": "csv", "place": "sources/formula/title", "rule": "formula"} in adapted


def test_a_formula_is_a_text_in_the_workbook_as_it_stands(tmp_path: Path) -> None:
    _exported(tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "data/dossier.xlsx")["sources"]
    names = [cell.value for cell in sheet[1]]
    title = next(row[names.index("title")] for row in sheet.iter_rows(min_row=2)
                 if row[0].value == "formula")  # fmt: skip
    assert (title.value, title.data_type) == (FORMULA, "s")


def test_a_line_break_becomes_a_space_and_a_control_character_a_mark(tmp_path: Path) -> None:
    rows, adapted = _exported(tmp_path)
    assert "two lines and a bell \ufffd" in {row["title"] for row in rows}
    rules = {note["rule"] for note in adapted if note["place"] == "sources/broken/title"}
    assert rules == {"line-break", "character"}
    with sqlite3.connect(tmp_path / "data/dossier.sqlite") as data:
        titles = data.execute("SELECT title FROM sources WHERE id = 'broken'").fetchall()
    assert titles == [("two lines and a bell \ufffd",)]


def test_what_a_workbook_cannot_hold_is_listed(tmp_path: Path) -> None:
    _rows, adapted = _exported(tmp_path)
    listed = {(note["place"], note["rule"]) for note in adapted if note["format"] == "xlsx"}
    assert ("sources/long/title", "long-cell") in listed
    assert ("sources/old/published_first", "early-date") in listed
    assert ("elements/a/date_first", "early-date") in listed
