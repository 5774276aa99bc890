"""The tables: one definition, complete in both languages, as many rows as the data have records."""

from __future__ import annotations

import re

import pytest

from dossier.dataset import Dataset
from dossier.model import Source
from dossier.rendering.tables import Table, tables_of
from tests.making import cite, claim, dataset, element, source


@pytest.fixture(scope="module")
def tables(real: Dataset) -> dict[str, Table]:
    return {table.name: table for table in tables_of(real)}


def test_every_record_has_its_row(tables: dict[str, Table], real: Dataset) -> None:
    held = {kind: len(records) for kind, records in real.records.items()}
    for kind in ("element", "source", "risk", "scenario", "assessment", "obligation", "dispute",
                 "question"):  # fmt: skip
        assert len(tables[f"{kind}s"].rows) == held[kind]
    assert len(tables["citations"].rows) == len(real.citations)
    claims = sum(len(element.claims) for element in real.elements.values())
    assert len(tables["claims"].rows) == claims
    exercises = [one for element in real.elements.values() for one in element.exercises]
    assert len(tables["exercises"].rows) == len(exercises)
    assert len(tables["indicators"].rows) == sum(len(r.indicators) for r in real.risks.values())


def test_names_and_keys_are_unique_and_stable_in_form(tables: dict[str, Table]) -> None:
    for table in tables.values():
        assert len(set(table.names)) == len(table.names)
        assert all(re.fullmatch("[a-z]+(_[a-z]+)*", name) for name in table.names)
        keys = [row[table.names.index("id")] for row in table.rows]
        assert len(set(keys)) == len(keys)


def test_every_column_says_what_it_is_in_both_languages(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for column in table.columns:
            assert column.label("ru") != column.label("en")
            about = column.about
            assert about.in_language("en"), (table.name, column.name)
            assert about.in_language("ru") != about.in_language("en"), (table.name, column.name)


def test_what_is_referred_to_is_there(tables: dict[str, Table]) -> None:
    ids = {name: {row[0] for row in table.rows} for name, table in tables.items()}
    for table in tables.values():
        for place, column in enumerate(table.columns):
            if column.refers:
                values = (str(row[place]) for row in table.rows if row[place] is not None)
                named = {one for v in values for one in (v.split("; ") if column.many else [v])}
                assert named <= ids[column.refers], (table.name, column.name)


def test_no_row_has_a_separator_within_one_of_several_ids(tables: dict[str, Table]) -> None:
    for table in tables.values():
        for place, column in enumerate(table.columns):
            if column.many and not column.language:
                for row in table.rows:
                    for value in str(row[place] or "x").split("; "):
                        assert re.fullmatch(r"[A-Za-z0-9#/_.-]+", value), (table.name, column.name)


def test_a_date_without_an_end_has_no_last_day() -> None:
    rows = {row["id"]: row for row in _rows(dataset(element("a", "2018-09/.."),
                                                    element("b", "20XX")), "elements")}  # fmt: skip
    assert (rows["a"]["date_first"], rows["a"]["date_last"]) == ("2018-09-01", None)
    assert (rows["b"]["date_first"], rows["b"]["date_last"]) == ("2000-01-01", "2099-12-31")
    assert (rows["a"]["year"], rows["b"]["year"]) == (2018, None)


def test_a_grade_comes_with_its_reasons() -> None:
    one: Source = source("one")
    (row,) = _rows(dataset(one, element("a", "2020", claim(cite("one")))), "elements")
    assert row["corroboration"] == "single_origin"
    assert row["reasons"] == "single_origin"
    assert row["origins_count"] == 1
    assert "origin" in str(row["reasons_en"])


def _rows(data: Dataset, name: str) -> list[dict[str, object]]:
    table = next(table for table in tables_of(data) if table.name == name)
    return [dict(zip(table.names, row, strict=True)) for row in table.rows]
