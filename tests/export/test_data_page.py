"""What the page “Data” promises and tells a reader to type: each snippet that can run is run."""

from __future__ import annotations

import collections
import contextlib
import io
import re
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string

from dossier.dataset import Dataset
from dossier.dates import edtf
from tests.conftest import ROOT


@pytest.fixture(params=["ru", "en"])
def page(request: pytest.FixtureRequest) -> str:
    path: Path = ROOT / "docs" / request.param / "data.md"
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def exercises(real: Dataset) -> dict[int, int]:
    """The answer to the first question, counted from the records."""
    found = [e for e in real.elements.values() if (e.kind, e.scope) == ("exercise", "cooperation")]
    return collections.Counter(edtf.parse(element.date).year for element in found)


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


def test_the_formula_names_the_right_columns(
    page: str, exported: Path, exercises: dict[int, int]
) -> None:
    (formula,) = _code(page, "text")
    sheet = openpyxl.load_workbook(exported / "data" / "dossier.xlsx", read_only=True)["elements"]
    head, *rows = sheet.iter_rows(values_only=True)
    asked = re.findall(r'elements!([A-Z]+):\1,(?:"(\w+)"|(\d+))', formula)
    assert len(asked) == 3
    wanted = {column_index_from_string(letter) - 1: text or int(number)
              for letter, text, number in asked}  # fmt: skip
    assert [head[place] for place in wanted] == ["kind", "scope", "year"]
    counted = sum(all(row[place] == value for place, value in wanted.items()) for row in rows)
    assert counted == exercises[2024] > 0


def test_the_r_snippet_names_columns_that_are_there(page: str, exported: Path) -> None:
    (code,) = _code(page, "r")
    head = (exported / "data" / "elements.csv").read_text("utf-8").partition("\n")[0].split(",")
    assert {"kind", "scope", "year"} <= set(head)
    assert {*re.findall(r"\b(kind|scope) ==", code), *re.findall(r"\$(\w+)", code)} == {
        "kind", "scope", "year"
    }  # fmt: skip


def test_every_name_on_the_page_is_in_the_data(page: str, exported: Path) -> None:
    prose = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    named = set(re.findall(r"`([a-z_]+)`", prose))
    with sqlite3.connect(exported / "data" / "dossier.sqlite") as data:
        known = {name for (name,) in data.execute('SELECT "column" FROM columns')}
        known |= {name for (name,) in data.execute("SELECT name FROM sqlite_master")}
    assert named - known == {"cooperation", "context"}
