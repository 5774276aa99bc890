"""A date as sentences say it: in every case, with the year or without it, finely or coarsely.

For those who look for sentences that may still tell a date which has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.dates.edtf import Moment, Point, read_point
from dossier.dates.voices import VOICES, Inflection, Keep

_CASES: tuple[Inflection, ...] = (
    "nominative", "genitive", "prepositional", "accusative", "instrumental",
)  # fmt: skip


def wordings(old: Moment, new: Moment | None, language: str) -> Iterator[str]:
    """Patterns of what may be said of `old` and does not hold for `new`, the finest first.

    8 August 1994, moved to May 1994, gives “8 August” and “August”, each alone or with 1994; its
    year is left out, since it still holds. Without `new` nothing holds any longer.
    """
    kept = {point.value for point in _points(new)} if new else set()
    for point in _points(old):
        if point.value in kept:  # only the doubt about it, or the other side, has changed
            continue
        yield _pattern(point, language)
        for coarse in _coarser(point):
            if new is None or coarse.hi < new.lo or new.hi < coarse.lo:
                yield _pattern(coarse, language)


def _points(moment: Moment) -> list[Point]:
    return list(dict.fromkeys(point for point in (moment.start, moment.end) if point))


def _coarser(point: Point) -> Iterator[Point]:
    """The month of a day, and the year of a day, month or season."""
    if point.precision == "day":
        yield read_point(point.value[:7])
    if point.precision in ("day", "month", "season"):
        yield read_point(point.value[:4])


def _pattern(point: Point, language: str) -> str:
    if point.precision == "year":
        return rf"(?<!\d){point.lo.year}(?!\d)"
    keep: Keep = "all" if point.precision in ("decade", "century") else "no year"
    names = dict.fromkeys(VOICES[language].name(point, case, keep) for case in _CASES)
    # Babel's spaces do not break, an editor's may; English tells the month of May by its capital.
    words = "|".join(r"\s".join(map(re.escape, name.split())) for name in names)
    pattern = rf"(?<!\w)(?:{words})(?!\w)" if language == "en" else rf"(?<!\w)(?i:{words})(?!\w)"
    if keep == "all":
        return pattern
    day = "" if point.precision == "day" else r"(?<!\d\s)"
    return rf"{day}{pattern}(?:\s{point.lo.year}(?!\d)|(?!\s\d{{4}}))"
