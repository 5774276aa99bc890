"""Hand-written pages: as long as promised, in both languages, and every paragraph with evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.dataset.written_pages import Call, PageSource, read_pages
from dossier.language.words import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
PAGES = {(page.language, page.name): page for page in read_pages(ROOT / "docs")[0]}
THEMES = [
    "legal-base", "planned-cooperation", "logistics-transit", "defence-industry",
    "training-education", "exercises", "political-dialogue", "turkic-frame",
    "csto-participation",
]  # fmt: skip
CONTEXT = ["context/csto.md", "context/turkiye-nato.md"]
ESSAYS = [*(f"themes/{theme}.md" for theme in THEMES), *CONTEXT]

# What carries a statement: a macro that names a record, or a link to one.
CITATION = re.compile(
    r"\{\{\s*(?:element|cite|obligation|risk|grade|verdict)\([^}]*\}\}"
    r"|\]\([^)]*(?:(?:assessments|disputes|questions)\.md#|articles/)[^)]*\)"
    r'|<a class="record-link"[^>]*>'
)
SHOWN = re.compile(r'\{\{\s*\w+\("[^"]*",\s*"([^"]*)"\)\s*\}\}')
MARKUP = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}|\]\([^)]*\)|<[^>]+>|[#*\[\]]", re.DOTALL)
WORD = re.compile(r"\w+(?:[-’']\w+)*")
SENTENCE = re.compile(r"[.!?…][»”)\]*]*(?=\s+[«“(\[*{<A-ZА-ЯЁ]|\s*$)", re.MULTILINE)

TABLE = re.compile(r"^\|.*$", re.MULTILINE)


def words_of(page: PageSource) -> int:
    """How many words a reader reads in the sentences of the written part of a page."""
    text = TABLE.sub("", page.document.text.split("---\n", 2)[-1])
    return len(WORD.findall(MARKUP.sub(" ", SHOWN.sub(r"\1", text))))


MADE = ("{{ theme(", "{{ theme_facts(", "{{ figure(")  # no text of the page


def paragraphs(page: PageSource) -> list[tuple[str, str]]:
    """The written paragraphs of a page with their places; each item of a list counts as one."""
    found = []
    for mark, text in page.paragraphs():
        items = re.split(r"^(?:- |\d+\. )", text, flags=re.MULTILINE)
        found += [
            (f"{page.document.path}:{mark.line}", item.strip())
            for item in items
            if item.strip() and not item.startswith(MADE)
        ]
    return found


def sentences_of(text: str) -> int:
    """How many sentences a paragraph has."""
    return max(len(SENTENCE.findall(MARKUP.sub("", SHOWN.sub(r"\1", text)))), 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_the_essay_of_a_theme_has_200_to_500_words(theme: str, language: str) -> None:
    assert 200 <= words_of(PAGES[language, f"themes/{theme}.md"]) <= 500


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CONTEXT)
def test_a_page_of_context_has_250_to_1000_words(name: str, language: str) -> None:
    assert 250 <= words_of(PAGES[language, name]) <= 1000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ESSAYS)
def test_a_paragraph_cites_a_record_for_every_two_sentences(name: str, language: str) -> None:
    opening, *rest = paragraphs(PAGES[language, name])
    assert opening
    thin = [
        f"{place}: {cited} citations for {sentences} sentences"
        for place, text in rest
        if not text.endswith(":")
        for cited, sentences in [(len(CITATION.findall(text)), sentences_of(text))]
        if cited * 2 < sentences
    ]
    assert thin == []


def section(language: str, anchor: str) -> list[str]:
    """The rows of the table below a heading of the home page, without its head."""
    text = PAGES[language, "index.md"].document.text
    rows = TABLE.findall(text.partition(f"{{ #{anchor} }}")[2].partition("\n## ")[0])
    assert all(row.count("|") == 4 for row in rows)
    return rows[2:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_ten_findings_states_a_computed_grade_or_names_opinions(language: str) -> None:
    findings = section(language, "ten-findings")
    assert len(findings) == 10
    graded = [text for text in findings if "{{ grade(" in text]
    assert len(graded) == 9
    assert all(CITATION.findall(text) for text in graded)
    (opinions,) = (text for text in findings if "{{ grade(" not in text)
    assert opinions.count("assessments.md#") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_answers_for_and_against_with_grades_and_says_what_is_unknown(
    language: str,
) -> None:
    head = PAGES[language, "index.md"].document.text.partition("\n## ")[0]
    breach, weaker, unknown = re.findall(r"^\*\*.+$", head, re.MULTILINE)
    assert re.search(r"\{\{ verdict\(", breach)
    assert weaker.count("{{ grade(") >= 4
    assert unknown.count("questions.md#") >= 4


@pytest.mark.parametrize("name", sorted({name for _, name in PAGES}))
def test_both_languages_name_the_same_records(name: str) -> None:
    def named(language: str) -> list[tuple[str, tuple[object, ...]]]:
        calls = PAGES[language, name].calls
        return sorted((call.name, records_of(call)) for call in calls if call.arguments)

    assert named("ru") == named("en")


def records_of(call: Call) -> tuple[object, ...]:
    """What a call names; the text of a link differs from language to language."""
    return call.arguments if call.name in ("grade", "verdict") else call.arguments[:1]
