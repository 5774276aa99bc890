"""The words that Russian and English have for a date and for what stands around it.

Month names are CLDR's, through Babel: the genitive is CLDR's `format` context, the nominative its
`stand-alone`; the prepositional («в сентябре») is not in CLDR, so it is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from babel.dates import get_month_names

from dossier.dates.edtf import Point
from dossier.language.typography import NBSP

Form = Literal["standalone", "sentence"]
Case = Literal["nominative", "genitive", "prepositional"]
Inflection = Literal[Case, "accusative", "instrumental"]
# How much of the first date of a range is said: the rest is said once, by the second.
Keep = Literal["all", "no year", "number"]

_RU_PREPOSITIONAL = [
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
]
_RU_SEASONS: dict[Inflection, list[str]] = {
    "nominative": ["весна", "лето", "осень", "зима"],
    "genitive": ["весны", "лета", "осени", "зимы"],
    "accusative": ["весну", "лето", "осень", "зиму"],
    "instrumental": ["весной", "летом", "осенью", "зимой"],
    "prepositional": ["весне", "лете", "осени", "зиме"],
}
_EN_SEASONS = ["spring", "summer", "autumn", "winter"]
_EN_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _ru_name(point: Point, case: Inflection, keep: Keep) -> str:
    year = point.lo.year
    if point.precision == "year":
        return str(year) if keep == "number" else f"{year}{NBSP}г."
    if point.precision == "decade":
        return f"{year}-{'е' if case in ('nominative', 'accusative') else 'х'}{NBSP}гг."
    if point.precision == "century":
        return f"{_roman(year // 100 + 1)}{NBSP}в."
    if point.precision == "season":
        name = _RU_SEASONS[case][point.season - 21]
    elif point.precision == "day":
        if keep == "number":
            return str(point.lo.day)
        name = f"{point.lo.day}{NBSP}{get_month_names('wide', 'format', 'ru')[point.lo.month]}"
    elif case == "prepositional":
        name = _RU_PREPOSITIONAL[point.lo.month - 1]
    else:
        names = get_month_names("wide", "format" if case == "genitive" else "stand-alone", "ru")
        name = names[point.lo.month]
    return name if keep == "no year" else f"{name} {_year_label(point)}{NBSP}г."


def _en_name(point: Point, case: Inflection, keep: Keep) -> str:
    year = point.lo.year
    article = "" if case == "nominative" else "the "
    if point.precision == "year":
        return str(year)
    if point.precision == "decade":
        return f"{article}{year}s"
    if point.precision == "century":
        number = year // 100 + 1
        ending = "th" if 11 <= number <= 13 else _EN_ENDINGS.get(number % 10, "th")
        return f"{article}{number}{ending} century"
    if point.precision == "season":
        name = _EN_SEASONS[point.season - 21]
    else:
        name = get_month_names("wide", "format", "en")[point.lo.month]
    if point.precision == "day":
        if keep == "number":
            return str(point.lo.day)
        name = f"{point.lo.day}{NBSP}{name}"
    return name if keep == "no year" else f"{name} {_year_label(point)}"


def _roman(century: int) -> str:
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return "X" * (century // 10) + ones[century % 10]


def _year_label(point: Point) -> str:
    """`2023`, or `2023/24` for a winter, which no reader can place by one year."""
    year = point.lo.year
    return f"{year}/{(year + 1) % 100:02}" if point.season == 24 else str(year)


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one language that stand around a date.

    Pairs are (plain, approximate); the keys of `span` say which end is approximate, its values
    what stands before the first date and between the two. `years` is for «в 2018–2020 гг.».
    """

    name: Callable[[Point, Inflection, Keep], str]
    at: Mapping[str, tuple[str, Inflection]]
    circa: str
    circa_case: Inflection
    around: str
    probably: str
    years: tuple[str, str] | None
    years_after: str
    dash: str
    since: Mapping[Form, tuple[str, str]]
    not_after: Mapping[Form, tuple[str, str]]
    until: Mapping[Form, tuple[str, str]]
    span: Mapping[tuple[bool, bool], tuple[str, str]]
    doubt: Mapping[str, str]
    unknown: Mapping[str, str]


VOICES = {
    "ru": Voice(
        name=_ru_name,
        at={
            "day": ("", "genitive"),
            "month": (f"в{NBSP}", "prepositional"),
            "season": ("", "instrumental"),
            "year": (f"в{NBSP}", "nominative"),
            "decade": (f"в{NBSP}", "accusative"),
            "century": (f"в{NBSP}", "prepositional"),
        },
        circa=f"ок.{NBSP}",
        circa_case="genitive",
        around="около ",
        probably="предположительно ",
        years=(f"в{NBSP}", f"примерно в{NBSP}"),
        years_after=f"{NBSP}гг.",
        dash=f"{NBSP}— ",
        since=dict.fromkeys(("standalone", "sentence"), (f"с{NBSP}", f"примерно с{NBSP}")),
        not_after=dict.fromkeys(
            ("standalone", "sentence"),
            (f"не{NBSP}позднее ", f"ориентировочно не{NBSP}позднее "),
        ),
        until=dict.fromkeys(("standalone", "sentence"), (f"по{NBSP}", f"примерно по{NBSP}")),
        span={
            (False, False): (f"с{NBSP}", f" по{NBSP}"),
            (True, False): (f"с{NBSP}", f" (примерно) по{NBSP}"),
            (False, True): (f"с{NBSP}", f" примерно по{NBSP}"),
            (True, True): (f"примерно с{NBSP}", f" по{NBSP}"),
        },
        doubt={
            "one": "дата под вопросом",
            "both": "даты под вопросом",
            "start": "начало под вопросом",
            "end": "окончание под вопросом",
        },
        unknown={"start": "начало неизвестно", "end": "окончание неизвестно"},
    ),
    "en": Voice(
        name=_en_name,
        at={
            "day": ("on ", "nominative"),
            "month": ("in ", "nominative"),
            "season": ("in ", "nominative"),
            "year": ("in ", "nominative"),
            "decade": ("in ", "prepositional"),
            "century": ("in ", "prepositional"),
        },
        circa=f"c.{NBSP}",
        circa_case="nominative",
        around="around ",
        probably="probably ",
        years=None,
        years_after="",
        dash=f"{NBSP}– ",
        since={"standalone": ("from ", f"from c.{NBSP}"), "sentence": ("from ", "from around ")},
        not_after={"standalone": ("by ", f"by c.{NBSP}"), "sentence": ("by ", "by around ")},
        until={
            "standalone": ("until ", f"until c.{NBSP}"),
            "sentence": ("until ", "until around "),
        },
        span={
            (False, False): ("from ", " to "),
            (True, False): ("from around ", " to "),
            (False, True): ("from ", " to around "),
            (True, True): ("from around ", " to around "),
        },
        doubt={
            "one": "uncertain",
            "both": "dates uncertain",
            "start": "start uncertain",
            "end": "end uncertain",
        },
        unknown={"start": "start unknown", "end": "end unknown"},
    ),
}
