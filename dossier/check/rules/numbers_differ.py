"""Both languages of a text name the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Text
from dossier.model.annotations import Prose

SEVERITY = "warning"
WHY = _(
    "A number corrected in one language only leaves half of the readers with the old one, and "
    "nobody who reads one language can notice."
)
BAD = "text: {ru: Участвовали 18 военных., en: 17 soldiers took part.}\n"
GOOD = "text: {ru: Участвовали 18 военных., en: 18 soldiers took part.}\n"

# It begins with a digit and not with what may not stand before it: so the search leaps to digits.
NUMBER = re.compile(
    r"(\d(?<![\w.,]\d)(?:\d{0,2}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d*(?:[.,]\d+)?))"
    r"(?:[\u00a0 -]?(тыс|thousand|млн|миллион|million|млрд|миллиард|billion))?"
)
WHOLE = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+")
TIMES = {"тыс": 3, "tho": 3, "млн": 6, "мил": 6, "mil": 6, "млр": 9, "bil": 9}
SMALLEST = 13  # up to twelve a number is written in words as often as in digits


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each text with a number that its other language does not have."""
    for record, path, value, _mark in dataset.marked(Prose):
        if not isinstance(value, Text) or not value.en or record.TYPE == "vocabulary":
            continue
        russian, english = numbers(value.ru), numbers(value.en)
        only_russian, only_english = _missing(russian, english), _missing(english, russian)
        if not (russian and english and (only_russian or only_english)):
            continue
        remedy = _("let both languages name the same number, in digits")
        if only_russian and only_english:
            message = _("the Russian names {russian}, and the English {english}")
            message = message.given(
                russian=", ".join(only_russian), english=", ".join(only_english)
            )
        else:
            message = _("the other language names {numbers}, and this one does not")
            message = message.given(numbers=", ".join(only_russian or only_english))
        yield Problem(record, (*path, "en" if only_russian else "ru"), message, remedy)


def _missing(own: Numbers, other: Numbers) -> list[str]:
    """The numbers of one language that the other does not have, as they are written."""
    known = other.keys() | other.names
    return [written for number, written in own.items() if number not in known]


class Numbers(dict[float, str]):
    """Numbers by their value, as they are written; those of names, which need no match, apart."""

    names: frozenset[float] = frozenset()


@lru_cache(maxsize=65536)  # the preview asks of all texts again after each save
def numbers(text: str) -> Numbers:
    """The numbers from thirteen on; «Центразбат-98» is a name, which may be Centrasbat of 1998."""
    numbers = Numbers()
    for match in NUMBER.finditer(text):
        digits, unit = match[1], match[2] or ""
        if WHOLE.fullmatch(digits):
            digits = re.sub(r"\D", "", digits)
        power = TIMES.get(unit[:3].lower(), 0) if unit != "миллиард" else 9
        value = round(float(digits.replace(",", ".")) * 10**power, 3)
        if text[max(0, match.start() - 1) : match.start()] == "-" and value < 100:
            numbers.names |= {value}
        elif value >= SMALLEST:
            numbers[value] = match[0]
    return numbers
