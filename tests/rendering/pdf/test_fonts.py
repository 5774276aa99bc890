"""The fonts of the edition can print every character that the data uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dossier.rendering.pdf import typeset
from dossier.rendering.pdf.typeset import FONTS, MARK, coverage
from tests.conftest import ROOT

FILES = sorted(FONTS.glob("*.ttf"))
SERIF = ("SourceSerif4-", "NotoNaskhArabic-", "NotoSansArmenian-")


def letters(path: Path) -> set[str]:
    return {chr(code) for code in TTFont(path).getBestCmap() if code >= 0x20}


def serif() -> set[str]:
    return set().union(*(letters(path) for path in FILES if path.name.startswith(SERIF)))


def test_the_fonts_have_a_glyph_for_every_character_of_the_data() -> None:
    files = [
        *(ROOT / "data").rglob("*.yml"),
        *(ROOT / "dossier" / "language" / "locale").glob("*.yml"),
    ]
    used = set().union(*(path.read_text("utf-8") for path in files)) - {"\n"}
    assert not used - serif()


def test_a_missing_font_is_named_and_no_text_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(typeset.FONT_FILES) == {path.name for path in FILES}
    monkeypatch.setattr(typeset, "FONTS", tmp_path)
    typeset._fonts.cache_clear()
    with pytest.raises(typeset.TypesettingError, match="GolosText-Regular"):
        typeset.png("share.typ", {})
    typeset._fonts.cache_clear()


def test_the_alphabets_of_the_sources_are_covered() -> None:
    kazakh = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
    turkish = "ÇçĞğİıÖöŞşÜüÂâÎîÛû"
    for style in ("Regular", "Italic", "SemiBold"):
        assert set(kazakh + turkish) <= letters(FONTS / f"SourceSerif4-{style}.ttf")
    for style in ("Regular", "SemiBold"):
        assert set(kazakh + turkish) <= letters(FONTS / f"GolosText-{style}.ttf")


def test_the_table_of_coverage_says_what_the_serif_fonts_have() -> None:
    assert coverage() == serif()


def test_the_mark_for_unknown_letters_is_in_every_style() -> None:
    styles = [path for path in FILES if not path.name.startswith("Noto")]
    assert len(styles) == 5
    for path in styles:
        assert set(MARK) <= letters(path), path.name


def test_italic_and_bold_have_the_letters_of_the_roman() -> None:
    roman = letters(FONTS / "SourceSerif4-Regular.ttf")
    assert letters(FONTS / "SourceSerif4-Italic.ttf") == roman
    assert letters(FONTS / "SourceSerif4-SemiBold.ttf") == roman


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_font_has_its_licence_beside_it(path: Path) -> None:
    names = {
        "SourceSerif4": "source-serif-4",
        "GolosText": "golos-text",
        "NotoNaskhArabic": "noto-naskh-arabic",
        "NotoSansArmenian": "noto-sans-armenian",
    }
    family = path.name.partition("-")[0]
    licence = FONTS / f"LICENSE-{names[family]}.txt"
    assert "SIL Open Font License" in licence.read_text("utf-8")


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 2_000_000
