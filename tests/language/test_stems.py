"""Words as the search compares them; the browser’s half is tried in tests/site/test_words.py."""

from __future__ import annotations

import pytest

from dossier.language.stems import fold_word, stem


@pytest.mark.parametrize(
    ("word", "form"),
    [("Анка", "анку"), ("беспилотник", "беспилотниками"), ("надёжность", "надежности")],
)
def test_forms_of_a_word_share_a_stem(word: str, form: str) -> None:
    assert stem(word) == stem(form)


def test_marks_of_latin_letters_are_no_difference() -> None:
    assert fold_word("Türkiye") == "turkiye"
    assert fold_word("Bayraktaroğlu") == "bayraktaroglu"
    assert fold_word("Қабылан") == "қабылан"
    assert stem("Анка") != stem("Анкара")
