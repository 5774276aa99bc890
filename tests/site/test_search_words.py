"""The copies of pages that only the search reads: other spellings beside each name."""

from __future__ import annotations

from dossier.language.stems import stem
from dossier.site.search_words import MARK, Widener

FORMS = ("ANKA", "Анка")
ANKA = Widener({stem(form): FORMS for form in FORMS})


def test_a_name_gets_its_other_spelling_once_in_a_run_of_text() -> None:
    assert ANKA.text("Анку и Анка") == f"Анку {MARK}ANKA и Анка"
    assert ANKA.text("ANKA-S") == f"ANKA-S {MARK}Анка"


def test_other_words_and_what_is_no_text_stay_as_they_are() -> None:
    assert ANKA.text("Анкара") == "Анкара"
    page = '<head><title>ANKA</title></head><main data-pagefind-body><a title="ANKA">дом</a></main>'
    assert ANKA.page(page) == page
    assert ANKA.page("<main><p>ANKA</p></main>") == "<main><p>ANKA</p></main>"
