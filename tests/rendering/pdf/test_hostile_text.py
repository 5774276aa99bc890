"""Text of the data is printed as it is and never read as Typst's markup or code."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from dossier.dataset import Dataset
from dossier.rendering.pdf.book import book
from dossier.rendering.pdf.typeset import TypesettingFailed, pdf, png, printable, unprintable
from dossier.rendering.renderer import Renderer, Settings
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


def poisoned(value: Any, name: str = "") -> Any:
    """The same book in which every text that is shown ends in hostile text."""
    if name in KEEP or name.endswith("_id"):
        return value
    if isinstance(value, str):
        return f"{value} {HOSTILE}"
    if isinstance(value, dict):
        return {key: poisoned(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, name) for item in value]
    return value


def test_hostile_text_appears_literally(trial: Dataset) -> None:
    contents = book(Renderer(trial, "en", Settings()))
    made = pdf("edition.typ", poisoned(contents), EPOCH)

    flat = squeeze("\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))

    for part in HOSTILE.split():
        assert squeeze(part) in flat, part
    assert flat.count(squeeze('#panic("no")')) > 30


def test_an_unknown_letter_is_replaced_and_told_of() -> None:
    text = {"title": "東京 and \N{GRINNING FACE}, Қазақстан, Türkiye"}
    assert unprintable(text) == {"東", "京", "\N{GRINNING FACE}"}
    assert printable(text) == {"title": "�� and �, Қазақстан, Türkiye"}


def test_a_template_that_fails_is_told_in_typsts_words() -> None:
    with pytest.raises(TypesettingFailed, match="kind"):
        png("share.typ", {"site": "x"})


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_dataset_without_records_still_makes_a_book(language: str, trial: Dataset) -> None:
    empty = Dataset(trial.data, {name: {} for name in trial.records}, [])
    empty.records["vocabulary"] = trial.records["vocabulary"]
    made = pdf("edition.typ", book(Renderer(empty, language, Settings())), EPOCH)
    assert len(PdfReader(BytesIO(made)).pages) > 5
