"""The map of themes, risks and provisions: what a risk names is in its column, once."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.model import Obligation, Risk
from dossier.rendering.views.chronology import Entry
from dossier.rendering.views.relations import relations
from tests.making import dataset, element


def test_without_risks_there_is_no_map() -> None:
    assert relations(dataset(element("one"))) is None


def test_a_risk_stands_over_every_record_that_it_names_and_over_no_other(real: Dataset) -> None:
    view = relations(real)
    assert view is not None
    for risk in real.risks.values():
        drawn = {
            item.element.id if isinstance(item, Entry) else item.id
            for row in view.rows
            for cell in row.cells
            if cell.risk is risk
            for item in cell.items
        }
        named = [*real.elements.values(), *real.obligations.values()]
        assert drawn == {record.id for record in named if risk in real.users(record, Risk)}


def test_signs_stand_in_their_column_and_row_and_cover_no_other(real: Dataset) -> None:
    view = relations(real)
    assert view is not None
    half = (view.columns[1][1] - view.columns[0][1]) / 2
    places = set()
    for row in view.rows:
        for cell, (_, middle) in zip(row.cells, view.columns, strict=True):
            for mark in cell.marks:
                assert abs(mark.x - middle) <= half
                assert row.y < mark.y < row.y + row.height
                places.add((mark.x, mark.y))
            assert len(cell.marks) == len(cell.items)
    assert len(places) == sum(len(cell.marks) for row in view.rows for cell in row.cells)


def test_themes_stand_above_the_law(real: Dataset) -> None:
    view = relations(real)
    assert view is not None
    axes = [row.axis for row in view.rows]
    assert axes == sorted(axes, key=["themes", "obligation_scopes"].index)
    assert any(isinstance(item, Obligation) for cell in view.rows[-1].cells for item in cell.items)
