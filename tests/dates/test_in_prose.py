"""Which words of a sentence tell a date that has become another one."""

from __future__ import annotations

import re

import pytest

from dossier.dates.edtf import parse
from dossier.dates.in_prose import wordings


@pytest.mark.parametrize(
    ("language", "old", "new", "text", "told"),
    [
        ("en", "1994-08-08", "1994-05", "8 August 1994; 9 August 1994", ["8 August 1994"]),
        ("en", "1994-08-08", "1994-05", "In August an agreement", ["August"]),
        ("en", "1994-08-08", "1994-05", "In August 1995, not in 1994", []),
        ("en", "1994-08-08", "1994-08", "8 August; in August", ["8 August"]),
        ("en", "1994-08", None, "in August; in 1994", ["August", "1994"]),
        ("en", "1994-05", "1994-08", "It may, in May", ["May"]),
        ("en", "1994-08~", "1994-08", "in August 1994", []),
        ("en", "2019/2021", "2019/2022", "2019–2021", ["2021"]),
        ("en", "2023-24", "2024", "in winter 2023/24; winter 2020", ["winter 2023"]),
        ("en", "199X", "2001", "in the 1990s", ["the 1990s"]),
        ("ru", "1994-08-08", "1994-05", "В августе 1994 года", ["августе 1994"]),
        ("ru", "1994-08-08", "1994-05", "8 августа; в мае", ["8 августа"]),
        ("ru", "1994-08-08", "1994-05", "18 августа, 8 августа 1995 года", []),
        ("ru", "1994-08", "1995-08", "Август 1994-го", ["Август 1994"]),
        ("ru", "2020-22", "2021", "летом, весной", ["летом"]),
    ],
)
def test_what_no_longer_holds_is_found(
    language: str, old: str, new: str | None, text: str, told: list[str]
) -> None:
    patterns = wordings(parse(old), parse(new) if new else None, language)
    said = "|".join(patterns) or "(?!)"
    assert [match[0] for match in re.finditer(said, text)] == told
    assert [match[0] for match in re.finditer(said, text.replace(" ", "\u00a0"))] == [
        one.replace(" ", "\u00a0") for one in told
    ]
