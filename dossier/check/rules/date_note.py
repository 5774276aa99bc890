"""A note to a date does not call the day unknown when the date gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _(
    "A corrected date leaves its old note behind, and a reader is told that the day is unknown "
    "beside the day itself."
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
        if (
            element.date_note is None
            or element.date_basis not in ITS_OWN
            or not DAY.fullmatch(element.date)
        ):
            continue
        for language in ("ru", "en"):
            match = UNKNOWN.search(element.date_note.in_language(language))
            if match and getattr(element.date_note, language):
                message = _("the note says “{words}”, and the date gives the day {date}")
                message = message.given(words=match[0], date=element.date)
                remedy = _("mend the note, or write the date as far as it is known")
                yield Problem(element, ("date_note", language), message, remedy)
