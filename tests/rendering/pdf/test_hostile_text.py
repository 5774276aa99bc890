"""Text of the data is printed as it is and never read as Typst's markup or code."""

from __future__ import annotations

import random
import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from dossier.dataset import Dataset
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.downloads import file_name
from dossier.rendering.pdf.typeset import (
    TypesettingError,
    coverage,
    pdf,
    png,
    printable,
    unprintable,
)
from dossier.rendering.pdf.written import NOTHING
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.edition import edition
from dossier.site.typesetting import typeset
from tests.fixtures.trial import copy_trial
from tests.rendering.pdf.conftest import EPOCH, squeeze

HOSTILE = (
    '#let x = 1 #panic("no") $x^2$ *b* _i_ @ref <label> \\u{41} \\ // gone /* gone */ '
    "<script>alert(1)</script> [#] `raw` = head ~ -- --- ... \"q\" 'q' https://example.org/#a"
)
KEEP = (
    "l",
    "key",
    "mode",
    "fill",
    "id",
    "lang",
    "words",
    "rank",
    "address",
    "archive",
    "url",
    "site",
)


def poisoned(value: Any, name: str = "", text: str = HOSTILE) -> Any:
    """The same book in which every text that is shown ends in hostile text."""
    if name in KEEP or name.endswith("_id"):
        return value
    if isinstance(value, str):
        return f"{value} {text}"
    if isinstance(value, dict):
        return {key: poisoned(item, key, text) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, name, text) for item in value]
    return value


def test_hostile_text_appears_literally(trial: Dataset) -> None:
    contents = book(Renderer(trial, "en", Settings()))
    made = pdf("edition.typ", poisoned(contents), EPOCH)

    flat = squeeze("\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))

    for part in HOSTILE.split():
        assert squeeze(part) in flat, part
    assert flat.count(squeeze('#panic("no")')) > 30


def test_unknown_letters_are_replaced_and_named() -> None:
    text = {"title": "東京 and \N{GRINNING FACE}, Қазақстан, Türkiye"}
    assert unprintable(text) == {"東", "京", "\N{GRINNING FACE}"}
    assert printable(text) == {"title": "[?] and [?], Қазақстан, Türkiye"}


def test_what_only_steers_a_text_is_left_out_and_a_link_leads_where_it_did() -> None:
    text = {"title": "\u200fعقد\u200f", "address": "https://example.org/東京"}
    assert printable(text) == {"title": "عقد", "address": "https://example.org/東京"}
    assert unprintable(text) == set()


FOREIGN = {
    "Greek": "Η συμφωνία, ἀρχῇ, ό",
    "Georgian": "სამხედრო შეთანხმება ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ",
    "Armenian": "Ռազմական համագործակցություն Ա́",
    "Hebrew": "הסכם שָׁלוֹם",
    "Arabic": "اتفاق عسكريّ ﷺ ١٢٣",
    "Devanagari": "सैन्य सहयोग क्ष",
    "Thai": "ความร่วมมือ",
    "Chinese": "军事合作协定",
    "Japanese": "カザフスタンとの協定 が",
    "Korean": "군사 협정 각",
    "Old Turkic": "𐱅𐰇𐰼𐰰",
    "emoji": "🙂 👩‍🚀 🇰🇿 1️⃣ ❤️",
    "ligatures": "ﬁle eﬃcient ﬀ ﬆ ﬓ",
    "letters made for mathematics": "𝔸𝒷𝐜 ℝ ①",
    "combining marks": "a\u0301 \u0301 q\u0335 x\u20dd Z̸̢̛a̕l̶g̷o α\u0301 \u05d0\u0301",
    "marks of another font": "a\u064e 2\u064d2 \u0561\u0301 \u0628\u0301 \u0307\u06e05\u06be",
    "right-to-left marks": "\u200f\u202eabc\u202c \u2067عقد\u2069 \u061c",
    "invisible": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg \U000e0041",
    "private use": "\ue000 \uf8ff \U000f0000 \U0010fffd",
    "no characters": "\ufffd \ufffe \uffff \U0001fffe \u0378",
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\r\n\tg \u2028 \u2029",
    "spaces": "a\u00a0b\u1680c\u2003d\u202fe\u3000f",
}  # fmt: skip


@pytest.mark.slow
def test_a_book_with_texts_in_every_alphabet_can_be_typeset(trial: Dataset) -> None:
    everything = " ".join(FOREIGN.values())
    contents = poisoned(book(Renderer(trial, "en", Settings())), text=everything)
    made = pdf("edition.typ", contents, EPOCH)
    flat = squeeze("\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))
    assert flat.count("[?]") > 1000
    assert set("ხה军\ue000") <= unprintable(contents)


def test_mixtures_of_any_letters_and_marks_can_be_typeset(trial: Dataset) -> None:
    pick = random.Random(2026)
    known = sorted(coverage())
    marks = [char for char in known if unicodedata.category(char) == "Mn"]
    every = [char for char in map(chr, range(0x20, 0x2FFFF)) if unicodedata.category(char) != "Cs"]
    texts = [
        "".join(pick.choice(pick.choice((known, marks, every))) for _ in range(12))
        for _ in range(4000)
    ]
    contents = book(Renderer(trial, "en", Settings()))
    contents["site_name"] = " ".join(texts[:20])
    contents["method"] = texts
    assert pdf("edition.typ", contents, EPOCH).startswith(b"%PDF")


def test_the_build_names_record_field_and_letters(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    path = data / "sources" / "trial-agency.yml"
    text = path.read_text("utf-8")
    (title,) = re.findall(r"^title: .*$", text, re.MULTILINE)
    line = text[: text.index(title)].count("\n") + 1
    path.write_text(text.replace(title, "title: Договор, ხელშეკრულება"), "utf-8")
    (tmp_path / "site" / "en").mkdir(parents=True)
    told: list[str] = []

    pages = dict.fromkeys(("ru", "en"), NOTHING)
    typeset(edition(data), pages, tmp_path / "site", EPOCH, told.append)

    (warning,) = told
    assert warning.startswith(f"data/sources/trial-agency.yml:{line}:8: warning: `title` of ")
    assert "`trial-agency`" in warning
    assert "[?]: ა(U+10D0) " in warning
    book_ = PdfReader(tmp_path / "site" / file_name("ru"))
    assert squeeze("Договор, [?]") in squeeze("".join(p.extract_text() for p in book_.pages))


def test_a_template_that_fails_is_told_in_typsts_words() -> None:
    with pytest.raises(TypesettingError, match="kind"):
        png("share.typ", {"site": "x"})


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_dataset_without_records_still_makes_a_book(language: str, trial: Dataset) -> None:
    empty = Dataset(trial.data, {name: {} for name in trial.records}, [])
    empty.records["vocabulary"] = trial.records["vocabulary"]
    made = pdf("edition.typ", book(Renderer(empty, language, Settings())), EPOCH)
    assert len(PdfReader(BytesIO(made)).pages) > 5
