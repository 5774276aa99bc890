"""Dates in words; `tests/dates/test_wording.py` holds a table of them.

Everything is put together from parts, so that a page can wrap in `<time>` what HTML lets it wrap.
Qualifiers follow EDTF level 1: `~` approximate, `?` uncertain, `%` both.
"""

from __future__ import annotations

from functools import lru_cache

from dossier.dates.edtf import Moment, Point
from dossier.dates.voices import VOICES, Case, Form, Inflection, Keep, Voice
from dossier.language.typography import NBSP

__all__ = ["Case", "Form", "Part", "describe", "html_time"]

# The value for `<time datetime>`, where HTML can say it, and the text.
Part = tuple[str | None, str]


def describe(
    moment: Moment, lang: str, form: Form = "standalone", case: Case = "nominative"
) -> str:
    """Say when, in Russian (`ru`) or English (`en`).

    `standalone` is for a card or a heading, `sentence` answers "when?" inside prose, with its
    preposition. `case` inflects a standalone Russian date: «после сентября 2018 г.»
    """
    return "".join(text for _, text in _parts(moment, lang, form, case))


def html_time(
    moment: Moment, lang: str, form: Form = "standalone", case: Case = "nominative"
) -> list[Part]:
    """The same words in parts: (value of `<time datetime>` or None, text).

    HTML's `<time>` takes a year, a month or a day, but no range, season, decade or qualifier.
    """
    return list(_parts(moment, lang, form, case))


@lru_cache(maxsize=8192)
def _parts(moment: Moment, lang: str, form: Form, case: Case) -> tuple[Part, ...]:
    voice = VOICES[lang]
    if not (moment.start and moment.end):
        parts = _one_sided(voice, moment, form)
    elif not moment.is_interval:
        parts = _single(voice, moment.start, form, case)
    elif form == "sentence":
        parts = _span_in_sentence(voice, moment.start, moment.end)
    else:
        parts = _span(voice, moment.start, moment.end, case)
    probably, notes = _doubts(voice, moment, form)
    around = [(None, probably), *parts, (None, f" ({'; '.join(notes)})" if notes else "")]
    return tuple(part for part in around if part[1])


def _single(voice: Voice, point: Point, form: Form, case: Case) -> list[Part]:
    if form == "standalone":
        return _maybe_circa(voice, point, case)
    if point.approximate:
        return [(None, voice.around), _named(voice, point, "genitive")]
    before, inflection = voice.at[point.precision]
    return [(None, before), _named(voice, point, inflection)]


def _one_sided(voice: Voice, moment: Moment, form: Form) -> list[Part]:
    """`2018/..`, `../2018` and, with a side that nobody knows, `2018/`, `/2018`."""
    if moment.start:
        before, date = voice.since, _named(voice, moment.start, "genitive")
    elif moment.end and moment.side_unknown:
        before, date = voice.until, _named(voice, moment.end, "accusative")
    elif moment.end:
        before, date = voice.not_after, _named(voice, moment.end, "genitive")
    else:
        raise ValueError(f"{moment.text} has neither a beginning nor an end")
    return _after(before[form][moment.approximate], date)


def _span(voice: Voice, start: Point, end: Point, case: Inflection) -> list[Part]:
    """Two dates: «13–15 сентября 2018 г.», «30 августа — 2 сентября 2018 г.».

    Days of one month, and two months, seasons or years, close up around an en dash and share one
    «ок.». All others take the spaced dash and each its own.
    """
    keep = _said_once(start, end)
    if start.approximate == end.approximate and start.precision == end.precision:
        circa, inflection = (voice.circa, voice.circa_case) if start.approximate else ("", case)
        if start.precision == "year":
            return [(None, circa), *_years(voice, start, end)]
        if keep == "number" or (keep == "no year" and start.precision != "day"):
            return [
                (None, circa),
                _named(voice, start, inflection, keep),
                (None, "–"),
                _named(voice, end, inflection),
            ]
    keep = "no year" if keep == "number" else keep
    return [
        *_maybe_circa(voice, start, case, keep),
        (None, voice.dash),
        *_maybe_circa(voice, end, case),
    ]


def _span_in_sentence(voice: Voice, start: Point, end: Point) -> list[Part]:
    """Two dates in prose: «с 13 по 15 сентября 2018 г.», «в 2018–2020 гг.»."""
    both_years = start.precision == end.precision == "year"
    if voice.years and both_years and start.approximate == end.approximate:
        return [(None, voice.years[start.approximate]), *_years(voice, start, end)]
    before, between = voice.span[start.approximate, end.approximate]
    return [
        *_after(before, _named(voice, start, "genitive", _said_once(start, end))),
        (None, between),
        _named(voice, end, "accusative"),
    ]


def _years(voice: Voice, start: Point, end: Point) -> list[Part]:
    """«2018–2020 гг.», en dash without spaces (typograf `ru/dash/years`)."""
    return [
        _named(voice, start, "nominative", "number"),
        (None, "–"),
        _named(voice, end, "nominative", "number"),
        (None, voice.years_after),
    ]


def _said_once(start: Point, end: Point) -> Keep:
    """What the first date of a range keeps, the rest being said by the second."""
    finer_than_year = ("day", "month", "season")
    if (
        start.lo.year != end.lo.year
        or start.precision not in finer_than_year
        or end.precision not in finer_than_year
        or 24 in (start.season, end.season)  # winter is labelled by two years
    ):
        return "all"
    one_month = start.precision == end.precision == "day" and start.lo.month == end.lo.month
    return "number" if one_month else "no year"


def _maybe_circa(voice: Voice, point: Point, case: Inflection, keep: Keep = "all") -> list[Part]:
    if point.approximate:
        return [(None, voice.circa), _named(voice, point, voice.circa_case, keep)]
    return [_named(voice, point, case, keep)]


def _named(voice: Voice, point: Point, case: Inflection, keep: Keep = "all") -> Part:
    in_html = point.precision in ("day", "month", "year")
    return point.value if in_html else None, voice.name(point, case, keep)


def _after(before: str, part: Part) -> list[Part]:
    """Join a preposition to a date: «с», but «со 2 сентября», which is read «со второго»."""
    if before.endswith(f"с{NBSP}") and (part[1] == "2" or part[1].startswith(f"2{NBSP}")):
        before = f"{before[:-1]}о{NBSP}"
    return [(None, before), part]


def _doubts(voice: Voice, moment: Moment, form: Form) -> tuple[str, list[str]]:
    """«предположительно» for a whole date in a sentence, else notes to stand in brackets."""
    start, end = moment.start, moment.end
    notes: list[str] = []
    probably = ""
    sides = [name for name, point in (("start", start), ("end", end)) if point and point.uncertain]
    whole = len(sides) == len([point for point in (start, end) if point])
    if sides and whole and form == "sentence":
        probably = voice.probably
    elif sides and whole:
        notes.append(voice.doubt["both" if start and end and moment.is_interval else "one"])
    elif sides:
        notes.append(voice.doubt[sides[0]])
    if moment.side_unknown:
        notes.append(voice.unknown["end" if start else "start"])
    return probably, notes
