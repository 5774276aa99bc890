"""Dates as the sources know them: a subset of EDTF (ISO 8601-2:2019), levels 0 and 1.

Supported: days, months, years, seasons (21 spring … 24 winter), decades `202X`, centuries `20XX`,
each qualified by `~` (approximate), `?` (uncertain) or `%` (both), and intervals between any of
these but decades and centuries, with an open side `..` or an unknown, empty one. Times of day,
time zones and level 2 are refused: no source of ours needs them.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.dates.errors import HINT, DateError, explain, explain_month
from dossier.messages import _

__all__ = ["Certainty", "DateError", "Moment", "Point", "Precision", "parse"]

Precision = Literal["day", "month", "season", "year", "decade", "century"]
Certainty = Literal["exact", "approximate", "uncertain", "interval", "open", "unknown"]

MAX_LENGTH = 40
FIRST_YEAR, LAST_YEAR = 1000, 2999

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?"
    r"(?P<qualifier>[~?%])?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a moment as it was written: a day, or something coarser.

    `lo` and `hi` are the strict bounds of the written value: `~` and `?` do not widen them,
    because nobody has said by how much.
    """

    value: str
    precision: Precision
    lo: datetime.date
    hi: datetime.date
    approximate: bool = False
    uncertain: bool = False

    @property
    def season(self) -> int:
        """21 spring, 22 summer, 23 autumn, 24 winter (EDTF level 1), or 0."""
        return int(self.value[5:]) if self.precision == "season" else 0


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, between `lo` and `hi` inclusive.

    A side without a limit is `date.min` or `date.max`, and its `open_…` flag says so. It is
    written `..` where the matter has no limit there, and left empty where the limit is not known
    (then `start` or `end` is missing and `side_unknown` is set).
    """

    text: str
    lo: datetime.date
    hi: datetime.date
    precision: Literal[Precision, "interval"]
    start: Point | None
    end: Point | None
    side_unknown: bool = False

    @property
    def is_interval(self) -> bool:
        """Whether two sides were written, one of them perhaps open."""
        return self.precision == "interval"

    @property
    def open_start(self) -> bool:
        """Whether nothing is said about the beginning."""
        return self.start is None

    @property
    def open_end(self) -> bool:
        """Whether nothing is said about the end."""
        return self.end is None

    @property
    def approximate(self) -> bool:
        """Whether a side is marked `~` or `%`."""
        return any(point.approximate for point in (self.start, self.end) if point)

    @property
    def uncertain(self) -> bool:
        """Whether a side is marked `?` or `%`."""
        return any(point.uncertain for point in (self.start, self.end) if point)

    @property
    def certainty(self) -> Certainty:
        """The one word of the vocabulary that warns a reader most.

        A decade or a century is known as a span and nothing finer, hence `interval`.
        """
        if self.side_unknown:
            return "unknown"
        if self.open_start or self.open_end:
            return "open"
        if self.uncertain:
            return "uncertain"
        if self.approximate:
            return "approximate"
        return "interval" if self.precision in ("interval", "decade", "century") else "exact"

    @property
    def year(self) -> int:
        """The year it is filed under: that of its beginning, else that of its end."""
        return self.hi.year if self.open_start else self.lo.year

    @property
    def knows_year(self) -> bool:
        """False for a decade or a century, which no year can stand for."""
        return self.precision not in ("decade", "century")

    @property
    def dated(self) -> bool:
        """False for a bare year or coarser, which stands at the head of its year.

        Filling in 1 January would say more than the source does.
        """
        filed = self.start or self.end
        return filed is not None and filed.precision in ("day", "month", "season")

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date]:
        """Order of the chronology; equal moments are ordered by id."""
        return self.lo, self.hi

    def overlaps(self, from_year: int | None, to_year: int | None) -> bool:
        """Whether any part of it may lie in these years, both included; None sets no limit."""
        return (to_year is None or self.lo.year <= to_year) and (
            from_year is None or self.hi.year >= from_year
        )


@lru_cache(maxsize=4096)
def parse(text: str) -> Moment:
    """Read an EDTF date.

    Raises:
        DateError: the text is no date, or one outside the supported subset.
    """
    if not text.strip():
        remedy = _("{hint}. If no date is known, leave the field out", hint=HINT)
        raise DateError(_("the date is empty"), remedy)
    if len(text) > MAX_LENGTH:
        raise DateError(_("the date is longer than {most} characters", most=MAX_LENGTH))
    if text.count("/") != 1:
        point = read_point(text)
        return Moment(text, point.lo, point.hi, point.precision, point, point)
    return _interval(text, *text.split("/"))


def _interval(text: str, first: str, last: str) -> Moment:
    """Read `first/last`; EDTF level 1: `..` is an open side, an empty one is unknown."""
    start, end = (None if side in ("", "..") else read_point(side, text) for side in (first, last))
    if start is None and end is None:
        raise DateError(
            _("“{date}” has neither a beginning nor an end", date=text),
            _("give at least one of the two, or leave the field out"),
        )
    for point in (start, end):
        # EDTF keeps unspecified digits inside an interval for level 2.
        if point and point.precision in ("decade", "century"):
            message = _("“{date}” has an X inside an interval", date=text)
            raise DateError(message, _("write whole years there"))
    if start and end and start.lo > end.hi:
        raise DateError(
            _("“{date}” ends before it begins", date=text),
            _("if the sides are swapped, write {date}", date=f"{last}/{first}"),
        )
    if start and end and start.value == end.value:
        message = _("“{date}” begins and ends with the same date", date=text)
        raise DateError(message, _("write {date} alone", date=first))
    lo = start.lo if start else datetime.date.min
    hi = end.hi if end else datetime.date.max
    return Moment(text, lo, hi, "interval", start, end, side_unknown=not (first and last))


def read_point(text: str, whole: str | None = None) -> Point:
    """Read one date without `/`; `whole` is the interval that it stands in."""
    match = _POINT.fullmatch(text)
    if not match:
        raise explain(whole or text, _reads)
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    value = text.rstrip("~?%")
    if not FIRST_YEAR <= int(year.replace("X", "0")) <= LAST_YEAR:
        raise DateError(
            _("“{date}” is in the year {year}", date=text, year=year),
            _("years run from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR),
        )
    if "X" in year and month:
        message = _("“{date}” gives a month of an unknown year", date=text)
        raise DateError(message, _("write {date} alone", date=year))
    precision = _precision(text, year, month, day)
    lo, hi = _bounds(value, precision)
    return Point(value, precision, lo, hi, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _precision(text: str, year: str, month: str | None, day: str | None) -> Precision:
    if month is None:
        by_unspecified_digits: tuple[Precision, ...] = ("year", "decade", "century")
        return by_unspecified_digits[year.count("X")]
    if 21 <= int(month) <= 24 and day is None:
        return "season"
    if not 1 <= int(month) <= 12:
        raise explain_month(text, year, month, day)
    return "day" if day else "month"


def _bounds(value: str, precision: Precision) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a written value; a season begins in the written year.

    The tests hold this against the `edtf` package, which takes milliseconds for one date.
    """
    if precision == "day":
        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            last = _bounds(value[:7], "month")[1].day
            raise DateError(
                _("“{date}” is not in the calendar", date=value),
                _("{month} has the days 01 to {last}", month=value[:7], last=last),
            ) from None
        return day, day
    if precision == "month":
        return _months(int(value[:4]), int(value[5:]), 1)
    if precision == "season":
        return _months(int(value[:4]), (int(value[5:]) - 20) * 3, 3)
    first, last = int(value.replace("X", "0")), int(value.replace("X", "9"))
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def _months(year: int, month: int, number: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of some months in a row."""
    years, before = divmod(month - 1 + number, 12)
    following = datetime.date(year + years, before + 1, 1)
    return datetime.date(year, month, 1), following - datetime.timedelta(days=1)


def _reads(text: str) -> bool:
    """Whether a proposal can be shown: a remedy must not lead to the next error."""
    sides = text.split("/")
    # Without the shape of a date, asking `parse` would ask for a proposal again.
    if len(sides) > 2 or not all(_POINT.fullmatch(side) for side in sides):
        return False
    try:
        parse(text)
    except DateError:
        return False
    return True
