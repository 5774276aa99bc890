"""Why a date cannot be read, in words that help whoever typed it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from dossier.dates import months
from dossier.messages import Message, _

HINT = _("write 2018-09-13, 2018-09 or 2018; between two dates write 2018-09-13/2018-09-15")

Reads = Callable[[str], bool]

# What people write instead of EDTF → the pieces in EDTF's order.
_HABITS = (
    re.compile(r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})"),  # 13.09.2018
    re.compile(r"(?P<d>1[3-9]|2[0-9]|3[01])[/-](?P<m>[0-9]{1,2})[/-](?P<y>[0-9]{4})"),  # 13/09/2018
    re.compile(r"(?P<m>[0-9]{1,2})[/-](?P<d>1[3-9]|2[0-9]|3[01])[/-](?P<y>[0-9]{4})"),  # 09/13/2018
    re.compile(r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})"),  # 2018-9-13
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),  # 20180913
    re.compile(r"(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})"),  # 09.2018
    re.compile(r"(?P<y>[0-9]{4})[-.](?P<m>[0-9]{1,2})"),  # 2018-9
    # 13 сентября 2018 года, September 2018
    re.compile(r"(?:(?P<d>[0-9]{1,2}) +)?(?P<m>[^\W\d_]+) +(?P<y>[0-9]{4})(?: *(?:г\.?|года))?"),
    re.compile(r"(?P<m>[A-Za-z]+) +(?P<d>[0-9]{1,2}),? +(?P<y>[0-9]{4})"),  # September 13, 2018
)
_DASH = re.compile(r"\s*[‐-―−]\s*|\s+-\s+|(?<=[0-9]{4})-(?=[0-9]{4}$)")

# The first pattern that is found names the mistake.
_MISTAKES = {
    r"^[-+]": _("“{date}” has a sign before the year"),
    r"\d[T ]\d{1,2}:|\d{1,2}:\d\d|Z$": _(
        "“{date}” has a time of day or a time zone; dates here have none"
    ),
    r"[\[\]{}]": _(
        "“{date}” lists several dates, which belongs to EDTF level 2 and is not used here"
    ),
    r"^[Yy]\d|\dS\d": _("“{date}” belongs to EDTF level 2, which is not used here"),
    r"^[~?%]|-[~?%]|[~?%]-": _("“{date}” qualifies a part of a date; ~, ? and % stand at its end"),
    r"[~?%]{2}": _("“{date}” has more than one qualifier; % alone means both ~ and ?"),
    r"-(XX|\dX|X\d)": _("“{date}” has an X for a day or a month; leave the unknown part out"),
    r"/.*/": _("“{date}” has more than one “/”"),
    r"": _("“{date}” is not a date that can be read here"),
}


class DateError(ValueError):
    """A date that cannot be read: what is wrong with it, and what to write instead.

    `proposal` is the same date in EDTF, where there is no doubt which one is meant.
    """

    def __init__(
        self, message: Message, remedy: Message = HINT, proposal: str | None = None
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.remedy = remedy
        self.proposal = proposal


def explain(text: str, reads: Reads) -> DateError:
    """Say what is wrong with a text that does not have the shape of a date.

    `reads` tells whether a proposal is itself a date.
    """
    proposal = _proposal(text, reads)
    remedy = _("write {date}", date=proposal) if proposal else HINT
    shown = "".join(char if char.isprintable() else "·" for char in text)
    message = next(
        message for pattern, message in _MISTAKES.items() if re.search(pattern, text, re.ASCII)
    )
    return DateError(message.given(date=shown), remedy, proposal)


def explain_month(text: str, year: str, month: str, day: str | None) -> DateError:
    """Say that a year has no such month, proposing the day and the month swapped back."""
    if day and _in_calendar(swapped := f"{year}-{day}-{month}"):
        remedy = _("did you mean {date}?", date=swapped)
    elif day:
        remedy = _("months run from 01 to 12")
    else:
        remedy = _("months run from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter")
    return DateError(_("“{date}” has no month {month}", date=text, month=month), remedy)


def _in_calendar(day: str) -> bool:
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _proposal(text: str, reads: Reads) -> str | None:
    """The same date in EDTF, where there is no doubt which one is meant."""
    bare = re.sub(r"[T ]\d{1,2}:[^/]*", "", text.strip(), flags=re.ASCII)
    bare = re.sub(r"(-(XX|[0-3]X))+$", "", bare)
    sides = [_rewritten(side) for side in _DASH.split(bare)]
    if len(sides) == 1 and bare.count("/") == 1:
        sides = [_rewritten(side) for side in bare.split("/")]
    if len(sides) == 2 and re.fullmatch(r"[0-9]{1,2}", sides[1]):  # 2023-08-21/25
        sides[1] = re.sub(r"(?<=[0-9]-[0-9]{2}-)[0-9]{2}$", sides[1].zfill(2), sides[0])
    candidate = "/".join(sides)
    return candidate if len(sides) <= 2 and candidate != text and reads(candidate) else None


def _rewritten(side: str) -> str:
    side = side.strip()
    bare = side.rstrip("~?%")
    for habit in _HABITS:
        if match := habit.fullmatch(bare):
            groups = match.groupdict()
            month = groups["m"].lower()
            pieces = [groups["y"], str(months.NUMBERS.get(month, month)).zfill(2)]
            if groups.get("d"):
                pieces.append(groups["d"].zfill(2))
            return "-".join(pieces) + side[len(bare) :]
    return side
