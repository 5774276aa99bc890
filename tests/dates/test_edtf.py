"""What an editor may write as a date, and what it means."""

from __future__ import annotations

import datetime
import pickle

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates.edtf import DateError, parse

MIN, MAX = "0001-01-01", "9999-12-31"

# text, first day, last day, precision, certainty, filed under
MEANINGS = [
    ("2018-09-13", "2018-09-13", "2018-09-13", "day", "exact", 2018),
    ("2018-09", "2018-09-01", "2018-09-30", "month", "exact", 2018),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "exact", 2024),
    ("1900-02", "1900-02-01", "1900-02-28", "month", "exact", 1900),
    ("1992", "1992-01-01", "1992-12-31", "year", "exact", 1992),
    ("202X", "2020-01-01", "2029-12-31", "decade", "interval", 2020),
    ("20XX", "2000-01-01", "2099-12-31", "century", "interval", 2000),
    ("202X~", "2020-01-01", "2029-12-31", "decade", "approximate", 2020),
    ("2023-21", "2023-03-01", "2023-05-31", "season", "exact", 2023),
    ("2023-22", "2023-06-01", "2023-08-31", "season", "exact", 2023),
    ("2023-23", "2023-09-01", "2023-11-30", "season", "exact", 2023),
    ("2023-24", "2023-12-01", "2024-02-29", "season", "exact", 2023),
    ("2023-22~", "2023-06-01", "2023-08-31", "season", "approximate", 2023),
    ("2018~", "2018-01-01", "2018-12-31", "year", "approximate", 2018),
    ("2022-01~", "2022-01-01", "2022-01-31", "month", "approximate", 2022),
    ("2026-05-14~", "2026-05-14", "2026-05-14", "day", "approximate", 2026),
    ("2018-09?", "2018-09-01", "2018-09-30", "month", "uncertain", 2018),
    ("2018%", "2018-01-01", "2018-12-31", "year", "uncertain", 2018),
    ("1998/2006", "1998-01-01", "2006-12-31", "interval", "interval", 1998),
    ("2018-05-07/2018-05-11", "2018-05-07", "2018-05-11", "interval", "interval", 2018),
    ("2021-10/2021-11-27", "2021-10-01", "2021-11-27", "interval", "interval", 2021),
    ("2018-09-13/2018-09", "2018-09-13", "2018-09-30", "interval", "interval", 2018),
    ("2022~/2023~", "2022-01-01", "2023-12-31", "interval", "approximate", 2022),
    ("2023-01-25/2023-02-02~", "2023-01-25", "2023-02-02", "interval", "approximate", 2023),
    ("2023-21?/2023-22", "2023-03-01", "2023-08-31", "interval", "uncertain", 2023),
    ("../2018-09", MIN, "2018-09-30", "interval", "open", 2018),
    ("2026-01-26/..", "2026-01-26", MAX, "interval", "open", 2026),
    ("2018~/..", "2018-01-01", MAX, "interval", "open", 2018),
    ("/2018-09", MIN, "2018-09-30", "interval", "unknown", 2018),
    ("2018-09/", "2018-09-01", MAX, "interval", "unknown", 2018),
]


@pytest.mark.parametrize(("text", "lo", "hi", "precision", "certainty", "year"), MEANINGS)
def test_a_date_means_what_is_written(
    text: str, lo: str, hi: str, precision: str, certainty: str, year: int
) -> None:
    moment = parse(text)
    assert (str(moment.lo), str(moment.hi)) == (lo, hi)
    assert (moment.precision, moment.certainty, moment.year) == (precision, certainty, year)
    assert moment.text == text
    assert moment.open_start == (lo == MIN)
    assert moment.open_end == (hi == MAX)
    assert pickle.loads(pickle.dumps(moment)) == moment  # builds run in several processes


@pytest.mark.parametrize(
    ("text", "knows"),
    [("2018", True), ("2018-09", True), ("202X", False), ("20XX", False), ("2018/..", True)],
)
def test_a_decade_knows_no_year(text: str, knows: bool) -> None:
    assert parse(text).knows_year is knows


def test_only_a_season_has_a_number_of_season() -> None:
    points = [parse(text).start for text in ("2023-22", "2023-12", "2023-12-21")]
    assert [point.season for point in points if point] == [22, 0, 0]


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2018", False, False),
        ("2018~", True, False),
        ("2018?", False, True),
        ("2018%", True, True),
        ("2018/2019%", True, True),
        ("2018~/..", True, False),
    ],
)
def test_a_qualifier_tells_what_is_not_known(text: str, approximate: bool, uncertain: bool) -> None:
    moment = parse(text)
    assert (moment.approximate, moment.uncertain) == (approximate, uncertain)


def test_the_first_and_the_last_year_can_be_written() -> None:
    assert (parse("1000").year, parse("2999").year) == (1000, 2999)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("2018-09-13", True),
        ("2018-09", True),
        ("2023-22", True),
        ("2018-09/2019", True),
        ("2018", False),
        ("2018~", False),
        ("202X", False),
        ("1998/2006", False),
        ("2018/2018-09", False),
        ("../2018-09", True),
        ("../2018", False),
    ],
)
def test_a_bare_year_has_no_exact_date(text: str, dated: bool) -> None:
    assert parse(text).dated is dated


@pytest.mark.parametrize(
    ("text", "first", "last", "overlaps"),
    [
        ("2018/2020", 2020, 2024, True),
        ("2018/2020", 2019, 2019, True),
        ("2018/2020", 2021, 2024, False),
        ("2018-09-13", 2018, 2018, True),
        ("202X", 2025, 2025, True),
        ("2018/..", 2050, 2060, True),
        ("../2018", 1000, 1001, True),
        ("2018", None, 2017, False),
        ("2018", None, 2018, True),
        ("2018", 2019, None, False),
        ("2018", None, None, True),
    ],
)
def test_a_period_catches_all_that_may_lie_in_it(
    text: str, first: int | None, last: int | None, overlaps: bool
) -> None:
    assert parse(text).overlaps(first, last) is overlaps


def test_the_order_is_by_beginning_then_by_end() -> None:
    texts = ["2018-09-13", "2018", "../2018", "2018-09", "2018/..", "2018-09-01"]
    ordered = sorted(texts, key=lambda text: parse(text).sort_key)
    assert ordered == ["../2018", "2018", "2018/..", "2018-09-01", "2018-09", "2018-09-13"]


def test_the_same_text_is_parsed_once() -> None:
    assert parse("2018-09-13") is parse("2018-09-13")


days = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
values = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day)[:4]),
    st.builds("{:%Y}-{}".format, days, st.integers(21, 24)),
)
qualified = st.builds(str.__add__, values, st.sampled_from(["", "~", "?", "%"]))
intervals = st.tuples(qualified, qualified).map("/".join)


@given(qualified)
def test_a_point_never_ends_before_it_begins(text: str) -> None:
    moment = parse(text)
    assert moment.lo <= moment.hi


@given(intervals)
def test_an_interval_never_ends_before_it_begins(text: str) -> None:
    try:
        moment = parse(text)
    except DateError as error:
        assert "ends before" in str(error) or "same date" in str(error)
    else:
        assert moment.lo <= moment.hi


@pytest.mark.slow
@given(values.filter(lambda text: not text.endswith("-24")))
def test_the_bounds_are_those_of_the_edtf_package(text: str) -> None:
    known = parse_edtf(text)
    moment = parse(text)
    assert moment.lo == datetime.date(*known.lower_strict()[:3])
    assert moment.hi == datetime.date(*known.upper_strict()[:3])


@given(st.one_of(st.text(max_size=50), st.text("0123456789X~?%-/.TZ ", max_size=24)))
def test_any_text_is_a_date_or_a_plain_mistake(text: str) -> None:
    try:
        parse(text)
    except DateError as error:
        assert str(error) and str(error.remedy)
