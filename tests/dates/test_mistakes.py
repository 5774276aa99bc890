"""What is said of a date that cannot be read: the mistake, and how to mend it."""

from __future__ import annotations

import pytest

from dossier.dates.edtf import MAX_LENGTH, DateError, parse
from dossier.dates.errors import HINT

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
    ("ноябрь 2024", "“ноябрь 2024” is not a date that can be read here",
     "write 2024-11", "2024-11"),
    ("5 Ноября 2024 года – May 2025",
     "“5 Ноября 2024 года – May 2025” is not a date that can be read here",
     "write 2024-11-05/2025-05", "2024-11-05/2025-05"),
    ("November 5, 2024", "“November 5, 2024” is not a date that can be read here",
     "write 2024-11-05", "2024-11-05"),
    ("31 июня 2024", "“31 июня 2024” is not a date that can be read here", str(HINT), None),
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
