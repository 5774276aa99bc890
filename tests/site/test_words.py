"""`words.js` against Snowball: the browser cuts words as the index of the search does."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext

from dossier.language.stems import WORD, fold_word, stem
from tests.browser_setup import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "words.js"


def test_every_russian_word_of_the_data_is_cut_as_snowball_does(context: BrowserContext) -> None:
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yml")))
    words = {fold_word(word) for text in texts for word in WORD.findall(text)}
    russian = sorted(word for word in words if re.fullmatch("[а-я-]+", word))
    assert len(russian) > 5000
    page = context.new_page()
    page.add_script_tag(path=SCRIPT)
    given = page.evaluate("words => words.map(window.dossierWords.stem)", russian)
    assert [w for w, cut in zip(russian, given, strict=True) if cut != stem(w)] == []


def test_english_forms_share_a_stem(context: BrowserContext) -> None:
    page = context.new_page()
    page.add_script_tag(path=SCRIPT)
    pairs = [["exercise", "exercises"], ["drone", "drones"], ["country", "countries"]]
    differing = "pairs => pairs.filter(([a, b]) => dossierWords.stem(a) !== dossierWords.stem(b))"
    assert page.evaluate(differing, pairs) == []
    assert page.evaluate("dossierWords.fold('Türkiye — ЁЛКА')") == "turkiye - елка"
