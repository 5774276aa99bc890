"""What an editor may write as a date, what it means, and what the mistakes are told."""

from __future__ import annotations

import datetime
import pickle

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates.edtf import MAX_LENGTH, DateError, parse
from dossier.dates.errors import HINT

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


# text, message, remedy: each a part of what is said
MISTAKES = [
    ("", "is empty", "leave the field out"),
    ("  ", "is empty", "leave the field out"),
    ("x" * (MAX_LENGTH + 1), "longer than 40 characters", "2018-09-13"),
    ("junk", "“junk” is not a date", "2018-09-13/2018-09-15"),
    ("сентябрь 2018", "is not a date", "2018-09"),
    ("2024-13-01", "has no month 13", "did you mean 2024-01-13?"),
    ("2018-31-02", "has no month 31", "months run from 01 to 12"),
    ("2018-25", "has no month 25", "21 is spring"),
    ("2018-00", "has no month 00", "months run from 01 to 12"),
    ("2018-22-05", "has no month 22", "did you mean 2018-05-22?"),
    ("2018-02-30", "is not in the calendar", "2018-02 has the days 01 to 28"),
    ("1900-02-29", "is not in the calendar", "1900-02 has the days 01 to 28"),
    ("2018-09-00", "is not in the calendar", "2018-09 has the days 01 to 30"),
    ("0218-09-13", "is in the year 0218", "from 1000 to 2999"),
    ("13.09.2018", "is not a date", "write 2018-09-13"),
    ("13.9.2018", "is not a date", "write 2018-09-13"),
    ("31.02.2018", "is not a date", "2018-09-13, 2018-09 or 2018"),
    ("2018-9-13", "is not a date", "write 2018-09-13"),
    ("2018-9-13~", "is not a date", "write 2018-09-13~"),
    ("2018/09/13", "more than one “/”", "write 2018-09-13"),
    ("09/13/2018", "more than one “/”", "write 2018-09-13"),
    ("04/05/2018", "more than one “/”", "2018-09-13, 2018-09 or 2018"),  # April or May?
    ("20180913", "is not a date", "write 2018-09-13"),
    ("09.2018", "is not a date", "write 2018-09"),
    (" 2018", "is not a date", "write 2018"),
    ("2018\n", "“2018·” is not a date", "write 2018"),
    ("2018–2020", "is not a date", "write 2018/2020"),
    ("2023-08-21/25", "is not a date", "write 2023-08-21/2023-08-25"),
    ("21.08.2023–25", "is not a date", "write 2023-08-21/2023-08-25"),
    ("2023-08-21/5", "is not a date", "2018-09-13/2018-09-15"),
    ("2018-09/10", "is not a date", "2018-09-13/2018-09-15"),  # a day or a month?
    ("2018-2020", "is not a date", "write 2018/2020"),
    ("13.09.2018 — 15.09.2018", "is not a date", "write 2018-09-13/2018-09-15"),
    ("2018-09-13 / 2018-09-15", "is not a date", "write 2018-09-13/2018-09-15"),
    ("2019/2018", "ends before it begins", "write 2018/2019"),
    ("2018-09/2018-09", "begins and ends with the same date", "write 2018-09 alone"),
    ("../..", "neither a beginning nor an end", "leave the field out"),
    ("/", "neither a beginning nor an end", "leave the field out"),
    ("2018/2019/2020", "more than one “/”", "2018-09-13/2018-09-15"),
    ("202X/2031", "X inside an interval", "whole years"),
    ("202X-09", "a month of an unknown year", "write 202X alone"),
    ("2018-XX", "an X for a day or a month", "write 2018"),
    ("2018-09-XX", "an X for a day or a month", "write 2018-09"),
    ("2018-09-13T10:00:00+05:00", "a time of day or a time zone", "write 2018-09-13"),
    ("2018-09-13 10:00", "a time of day or a time zone", "write 2018-09-13"),
    ("2018-09-13Z", "a time of day or a time zone", "2018-09-13"),
    ("[2018,2019]", "EDTF level 2", "2018-09-13/2018-09-15"),
    ("Y12000", "EDTF level 2", "2018"),
    ("2018?-09", "qualifies a part of a date", "2018-09"),
    ("2018~?", "% alone means both", "2018"),
    ("-0100", "a sign before the year", "2018"),
    ("２０１８", "is not a date", "2018"),
]


@pytest.mark.parametrize(("text", "message", "remedy"), MISTAKES)
def test_a_mistake_is_named_and_its_remedy_given(text: str, message: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert remedy in str(caught.value.remedy)


# text, message, remedy, what may be written in its place
SAID = [
    ("2019-02-30", "“2019-02-30” is not in the calendar", "2019-02 has the days 01 to 28", None),
    ("/", "“/” has neither a beginning nor an end",
     "give at least one of the two, or leave the field out", None),
    ("20XX/2031", "“20XX/2031” has an X inside an interval", "write whole years there", None),
    ("2019/2018", "“2019/2018” ends before it begins",
     "if the sides are swapped, write 2018/2019", None),
    ("2019-09?/2019-09", "“2019-09?/2019-09” begins and ends with the same date",
     "write 2019-09? alone", None),
    ("0999-09-13", "“0999-09-13” is in the year 0999", "years run from 1000 to 2999", None),
    ("3000", "“3000” is in the year 3000", "years run from 1000 to 2999", None),
    ("20XX-09", "“20XX-09” gives a month of an unknown year", "write 20XX alone", None),
    ("2019-31", "“2019-31” has no month 31",
     "months run from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter", None),
    ("2019-31-02", "“2019-31-02” has no month 31", "months run from 01 to 12", None),
    ("2019-22-05", "“2019-22-05” has no month 22", "did you mean 2019-05-22?", None),
    ("2019-08-14T9:30+05:00",
     "“2019-08-14T9:30+05:00” has a time of day or a time zone; dates here have none",
     "write 2019-08-14", "2019-08-14"),
    ("2019-08-14T9:30/2019-08-15",
     "“2019-08-14T9:30/2019-08-15” has a time of day or a time zone; dates here have none",
     "write 2019-08-14/2019-08-15", "2019-08-14/2019-08-15"),
    ("2019-XX-3X",
     "“2019-XX-3X” has an X for a day or a month; leave the unknown part out",
     "write 2019", "2019"),
    ("2019-8-4~", "“2019-8-4~” is not a date that can be read here",
     "write 2019-08-04~", "2019-08-04~"),
    ("4.8.2019/2020", "“4.8.2019/2020” is not a date that can be read here",
     "write 2019-08-04/2020", "2019-08-04/2020"),
    ("2019 – 2020 – 2021", "“2019 – 2020 – 2021” is not a date that can be read here",
     str(HINT), None),
    ("2019-08-14T٩:00", "“2019-08-14T٩:00” is not a date that can be read here", str(HINT), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "remedy", "proposal"), SAID)
def test_a_mistake_is_told_in_these_words(
    text: str, message: str, remedy: str, proposal: str | None
) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    error = caught.value
    assert (str(error), str(error.remedy), error.proposal) == (message, remedy, proposal)


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
