"""The fonts of the site: one file for each character, and every file is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"
SHEET = (ASSETS / "stylesheets" / "fonts.css").read_text("utf-8")
FACE = re.compile(
    r"font-family:'([^']+)';font-style:(\w+);[^}]*?fonts/([\w-]+\.woff2)[^}]*?"
    r"unicode-range:([^}]+)}",
    re.DOTALL,
)
SHARED = {0x301, 0x304, 0x308, 0x329, 0x2020}


def codes(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


FACES = [
    (family, style, file, codes(ranges)) for family, style, file, ranges in FACE.findall(SHEET)
]


def test_every_file_is_named_once_and_every_named_file_is_there() -> None:
    named = Counter(file for _, _, file, _ in FACES)
    assert set(named.values()) == {1}
    assert set(named) == {path.name for path in (ASSETS / "fonts").glob("*.woff2")}


@pytest.mark.parametrize("family", ["Dossier Serif", "Golos Text"])
def test_no_character_is_promised_by_two_files(family: str) -> None:
    upright = [held for name, style, _, held in FACES if (name, style) == (family, "normal")]
    times = Counter(code for held in upright for code in held)
    twice = {code for code, number in times.items() if number > 1}
    assert twice <= SHARED


def test_turkish_and_kazakh_letters_need_no_large_file() -> None:
    sizes = {file: (ASSETS / "fonts" / file).stat().st_size for _, _, file, _ in FACES}
    for letter in "ĞğİıŞşҒғҚқҢңҮүҰұҺһӘәӨө":
        files = [f for _, style, f, held in FACES if style == "normal" and ord(letter) in held]
        assert len(files) == 2, letter
        large = [file for file in files if sizes[file] > 4000]
        assert all(file.endswith(("-latin.woff2", "-cyrillic.woff2")) for file in large)


def test_the_first_fonts_of_a_page_leave_room_for_the_page() -> None:
    """Of the 140 kB of an element's first view, fonts take the most."""
    first = [
        f"{family}-{letters}.woff2"
        for family in ("dossier-serif", "golos-text")
        for letters in ("cyrillic", "latin")
    ]
    assert sum((ASSETS / "fonts" / name).stat().st_size for name in first) < 76_000
