"""Hand-written pages: as long as promised, in both languages, and every paragraph with evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.docpages import PageSource, read_pages
from dossier.words import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
PAGES = {(page.language, page.name): page for page in read_pages(ROOT / "docs")}
THEMES = [
    "legal-base", "planned-cooperation", "logistics-transit", "defence-industry",
    "training-education", "exercises", "political-dialogue", "turkic-frame",
    "csto-participation",
]  # fmt: skip
CONTEXT = ["context/csto.md", "context/turkiye-nato.md"]
EVIDENCE = re.compile(r"\{\{\s*(?:element|cite|obligation|risk)\(|\]\([^)]*\.md|<a class=")
SHOWN = re.compile(r'\{\{\s*\w+\("[^"]*",\s*"([^"]*)"\)\s*\}\}')
MARKUP = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}|\]\([^)]*\)|<[^>]+>|[#*\[\]]", re.DOTALL)
WORD = re.compile(r"\w+(?:[-’']\w+)*")


def words_of(page: PageSource) -> int:
    """How many words a reader reads in the written part of a page."""
    text = page.document.text.split("---\n", 2)[-1]
    return len(WORD.findall(MARKUP.sub(" ", SHOWN.sub(r"\1", text))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_the_essay_of_a_theme_has_200_to_500_words(theme: str, language: str) -> None:
    assert 200 <= words_of(PAGES[language, f"themes/{theme}.md"]) <= 500


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CONTEXT)
def test_a_page_of_context_has_250_to_700_words(name: str, language: str) -> None:
    assert 250 <= words_of(PAGES[language, name]) <= 700


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*(f"themes/{theme}.md" for theme in THEMES), *CONTEXT])
def test_no_paragraph_after_the_opening_one_is_without_evidence(name: str, language: str) -> None:
    bare = [
        f"{name}:{mark.line}"
        for mark, text in list(PAGES[language, name].paragraphs())[1:]
        if not EVIDENCE.search(text) and not text.startswith("{{")
    ]
    assert bare == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_an_essay_names_at_least_one_record_for_every_sixty_words(
    theme: str, language: str
) -> None:
    page = PAGES[language, f"themes/{theme}.md"]
    named = [call for call in page.calls if call.name in ("element", "cite", "obligation", "risk")]
    assert len(named) >= words_of(page) / 60


@pytest.mark.parametrize("name", sorted({name for _, name in PAGES}))
def test_both_languages_name_the_same_records(name: str) -> None:
    def named(language: str) -> list[tuple[str, object]]:
        calls = PAGES[language, name].calls
        return sorted((call.name, call.first) for call in calls if isinstance(call.first, str))

    assert named("ru") == named("en")
