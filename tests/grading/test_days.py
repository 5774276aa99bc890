"""The day that stands for today: the last one on which somebody worked on the data."""

from __future__ import annotations

import datetime

import pytest

from dossier.grading.days import is_ours, latest_day
from tests.making import dataset, element, source


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        (("checked",), True),
        (("history", 0, "date"), True),
        (("searches", 1, "date"), True),
        (("date",), False),
        (("claims", 0, "history"), False),
    ],
)
def test_a_date_of_the_work_is_told_from_a_date_of_the_matter(
    path: tuple[str | int, ...], ours: bool
) -> None:
    assert is_ours(path) is ours


@pytest.mark.parametrize(
    ("checked", "day"),
    [
        (("2026-03-04",), "2026-03-04"),
        (("2026-03",), "2026-03-31"),
        (("2026-03-04", "2026-01-01"), "2026-03-04"),
        (("2026-03-04", "2026-02-01/2026-12-31"), "2026-03-04"),  # its end may be yet to come
        (("2026-03-04", "../2026-12"), "2026-03-04"),
        (("yesterday", "2026-03-04"), "2026-03-04"),  # `date-format` reports it
    ],
)
def test_the_latest_day_is_that_of_the_last_work(checked: tuple[str, ...], day: str) -> None:
    records = [element(f"e{number}", checked=text) for number, text in enumerate(checked)]
    found = latest_day(dataset(*records, source("old", accessed="2025-01-01", published="2027")))
    assert found == datetime.date.fromisoformat(day)


def test_without_any_work_no_day_is_too_late() -> None:
    assert latest_day(dataset()) == datetime.date.max
