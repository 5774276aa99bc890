"""A note to a date does not call its day unknown, and explains no other day than the date gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.dates.edtf import parse
from dossier.dates.wording import describe
from dossier.messages import Message, _
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "A corrected date leaves its old note behind, and a reader is told that the day is unknown "
    "beside the day itself, or what another day is the day of."
)
BAD = """\
date: '2025-01-27'
date_basis: signing
date_note: {ru: День подписания не назван., en: The day of the signing is not named.}
"""
GOOD = """\
date: '2025-01'
date_basis: signing
date_note: {ru: День подписания не назван., en: The day of the signing is not named.}
"""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A note that begins “27 January is the day of the report” explains the date.
EXPLAINED = {
    "ru": re.compile(r"(\d{1,2}\s[а-я]+)(?:\s\d{4}\sгода)? — (?:день|дата)\b"),
    "en": re.compile(r"(\d{1,2}\s[A-Z][a-z]+)(?:\s\d{4})? is the (?:day|date) of\b"),
}
UNKNOWN = re.compile(
    r"(?:день|дата|число)[^.;:]{0,40}\b(?:не\s+(?:назван|известн|указан|установлен)|неизвест)"
    r"|(?:the|exact) (?:day|date)[^.;:]{0,40}\b(?:not (?:named|known|given|stated)|unknown)",
    re.IGNORECASE,
)
# With these the date is of another thing than the event, whose own day may well be unknown.
ITS_OWN = frozenset({"signing", "event", "first_day", "adoption", "entry_into_force"})


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each note that contradicts its date."""
    for element in dataset.of(Element).values():
        for language in ("ru", "en"):
            note = getattr(element.date_note, language, None)
            if note and (message := _contradiction(element, note, language)):
                remedy = _("mend the note, or write the date as far as it is known")
                yield Problem(element, ("date_note", language), message, remedy)


def _contradiction(element: Element, note: str, language: str) -> Message | None:
    unknown = UNKNOWN.search(note)
    if unknown and element.date_basis in ITS_OWN and DAY.fullmatch(element.date):
        message = _("the note says “{words}”, and the date gives the day {date}")
        return message.given(words=unknown[0], date=element.date)
    explained = EXPLAINED[language].match(note.replace("\u00a0", " "))
    days = [describe(parse(day), language) for day in DAY.findall(element.date)]
    if explained and days and not any(_names(day, explained[1]) for day in days):
        message = _("the note explains {day}, and the date is {date}")
        return message.given(day=explained[1], date=element.date)
    return None


def _names(day: str, words: str) -> bool:
    """Whether a day in words begins with the day and the month, as in “27 January 2025”."""
    return day.replace("\u00a0", " ").startswith(words + " ")
