"""What the page “Data” promises and tells a reader to type: each snippet that can run is run."""

from __future__ import annotations

import collections
import contextlib
import csv
import io
import re
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string

from dossier.dataset import Dataset
from dossier.rendering.pictures.files import files as picture_files
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT


@pytest.fixture(params=["ru", "en"])
def page(request: pytest.FixtureRequest) -> str:
    path: Path = ROOT / "docs" / request.param / "data.md"
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def exercises(real: Dataset) -> dict[int, int]:
    """The answer to the first question: the CSV file below the picture of exercises."""
    files = dict(picture_files(Renderer(real, "en", Settings()), ""))
    (made,) = (make for name, make in files.items() if name.endswith("/exercises.csv"))
    drawn = csv.DictReader(io.StringIO(made().decode(), newline=""))
    return collections.Counter(int(row["Year"]) for row in drawn)


def _code(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_python_snippet_counts_exercises(
    page: str, exported: Path, exercises: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = _code(page, "python")
    monkeypatch.chdir(exported / "data")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code, "data.md", "exec"), {})
    bars = [line.split() for line in said.getvalue().splitlines()]
    assert [(int(year), len(bar)) for year, bar in bars] == sorted(exercises.items())


def test_the_sql_snippets_answer(page: str, exported: Path, exercises: dict[int, int]) -> None:
    by_year, search = _code(page, "sql")
    with sqlite3.connect(exported / "data" / "dossier.sqlite") as data:
        assert dict(data.execute(by_year).fetchall()) == dict(exercises)
        assert len(data.execute(search).fetchall()) == 10


def test_the_formula_names_the_column_of_years(
    page: str, exported: Path, exercises: dict[int, int]
) -> None:
    (formula,) = _code(page, "text")
    asked = re.fullmatch(r"=COUNTIF\(exercises!([A-Z]+):\1,(\d+)\)\s*", formula)
    assert asked
    sheet = openpyxl.load_workbook(exported / "data" / "dossier.xlsx", read_only=True)["exercises"]
    head, *rows = sheet.iter_rows(values_only=True)
    place = column_index_from_string(asked[1]) - 1
    assert head[place] == "year"
    year = int(asked[2])
    assert sum(row[place] == year for row in rows) == exercises[year] > 0


def test_a_way_by_names_of_columns_stands_before_letters(page: str) -> None:
    before, after = page.split("=COUNTIF(")
    assert re.search(r"(сводную таблицу|pivot table)[^\n]*`year`", before)
    assert re.search(r"(в этом издании|in this edition)", after)


def test_the_r_snippet_names_a_table_and_a_column_that_are_there(page: str, exported: Path) -> None:
    (code,) = _code(page, "r")
    (table,) = re.findall(r'"(\w+\.csv)"', code)
    head = (exported / "data" / table).read_text("utf-8").partition("\n")[0].split(",")
    assert re.findall(r"\$(\w+)", code) == ["year"] and "year" in head


def test_every_name_on_the_page_is_in_the_data(page: str, exported: Path) -> None:
    prose = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    named = set(re.findall(r"`([a-z_]+)`", prose))
    with sqlite3.connect(exported / "data" / "dossier.sqlite") as data:
        known = {name for (name,) in data.execute('SELECT "column" FROM columns')}
        known |= {name for (name,) in data.execute("SELECT name FROM sqlite_master")}
    assert named - known == {"cooperation", "context"}
