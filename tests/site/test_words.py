"""`words.js` against Snowball: the browser cuts words as the index of the search does."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext

from dossier.language.stems import WORD, fold_word, stem
from tests.browser_setup import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "words.js"
# Steps of the English rules that the words of the data do not reach.
RARE = ["dying", "adding", "offing", "inning", "proceed", "agreed", "hopping", "hoping", "ties"]


def test_every_word_of_the_data_is_cut_as_snowball_does(context: BrowserContext) -> None:
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yml")))
    found = {fold_word(word) for text in texts for word in WORD.findall(text)}
    russian = [word for word in sorted(found) if re.fullmatch("[а-я-]+", word)]
    english = [word for word in sorted(found) if re.fullmatch("[a-z'-]+", word)]
    assert min(len(russian), len(english)) > 5000
    page = context.new_page()
    page.add_script_tag(path=SCRIPT)
    words = [*russian, *english, *RARE]
    given = page.evaluate("words => words.map(window.dossierWords.stem)", words)
    assert [w for w, cut in zip(words, given, strict=True) if cut != stem(w)] == []
    assert page.evaluate("dossierWords.fold('Türkiye — ЁЛКА')") == "turkiye - елка"
