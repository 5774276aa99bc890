"""The board of indicators: every indicator of every risk, with the day of the next look."""

from __future__ import annotations

import datetime

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.grading.freshness import days_between_checks
from dossier.rendering.views.watching import board


def test_every_indicator_is_on_the_board_once_in_the_order_of_the_register(real: Dataset) -> None:
    shown = [(watch.risk.id, row.indicator.id) for watch in board(real) for row in watch.rows]
    held = [(risk.id, i.id) for risk in real.risks.values() for i in risk.indicators]
    assert sorted(shown) == sorted(held)
    assert [watch.risk.order for watch in board(real)] == sorted(
        risk.order for risk in real.risks.values() if risk.indicators
    )


def test_what_would_raise_a_risk_stands_before_what_would_lower_it(real: Dataset) -> None:
    for watch in board(real):
        directions = [row.indicator.direction for row in watch.rows]
        assert directions == sorted(directions, key=["raises", "lowers"].index)


def test_the_next_look_is_due_an_interval_after_the_last(real: Dataset) -> None:
    for watch in board(real):
        last, following = (edtf.parse(day).hi for day in (watch.risk.checked, watch.next_look))
        assert following - last == datetime.timedelta(days=days_between_checks(watch.risk, real))
