"""Rendering: everything is escaped, and what a macro returns means nothing to Markdown."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import jinja2
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from dossier.grading.grade import grade_citations
from dossier.model import Record, Text
from dossier.rendering.renderer import Renderer, Settings, protect
from tests.conftest import ROOT
from tests.making import cite, dataset, element, source


def renderer(language: str = "en", *records: Record) -> Renderer:
    return Renderer(dataset(*records), language, Settings())


def test_a_text_of_the_data_is_escaped() -> None:
    shown = renderer("ru").text(Text(ru="<b>5 & 6</b>", en="x"))
    assert isinstance(shown, Markup)
    assert shown == "&lt;b&gt;5 &amp; 6&lt;/b&gt;"


def test_a_text_gets_the_typography_of_its_language() -> None:
    assert renderer("ru").text(Text(ru="в Анкаре", en="x")) == "в\N{NO-BREAK SPACE}Анкаре"


def test_a_text_without_a_translation_is_marked_as_russian() -> None:
    shown = renderer("en").text(Text(ru="<в> Анкаре"))
    assert shown.startswith('<span lang="ru">&lt;в&gt; Анкаре</span>')
    assert "(in Russian)" in shown


def test_no_text_is_nothing() -> None:
    assert renderer().text(None) == ""


def test_an_exact_date_is_machine_readable() -> None:
    assert '<time datetime="2025-01-27">' in renderer().when("2025-01-27")


def test_the_bars_only_repeat_the_word() -> None:
    made = renderer("en", source("law", kind="primary_document"))
    assert made.bars(grade_citations([cite("law")], made.dataset)) == "▮▮▮"
    assert made.bars(grade_citations([], made.dataset)) == "▯▯▯"


def test_a_link_is_relative_to_the_page_it_stands_on() -> None:
    made = renderer("en", element("plan"))
    shown = {
        page: made.render(
            "element_link.html", page, element=made.dataset.elements["plan"], text="t"
        )
        for page in ("index.html", "themes/exercises.html")
    }
    assert 'href="elements/plan.html"' in shown["index.html"]
    assert 'href="../elements/plan.html"' in shown["themes/exercises.html"]


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        renderer().render("element_link.html", "index.html", text=None)


def test_a_word_with_values_keeps_markup_and_escapes_text() -> None:
    word = renderer()._environment.globals["w"]
    assert callable(word)
    assert "&lt;i&gt;" in word("confidence_line", word="<i>")
    assert "<b>high</b>" in word("confidence_line", word=Markup("<b>high</b>"))


@given(st.text(alphabet="{}%#_*[]()|~^`\\<>&\"' \nаb1!-+.:/$="))
def test_what_is_protected_passes_markdown_and_jinja_unread(text: str) -> None:
    html = protect(f"<p>{escape(text)}</p>")
    assert "\n" not in html
    assert jinja2.Environment(autoescape=False).from_string(html).render() == html
    shown = markdown.markdown(f"before\n\n{html}\n\nafter", extensions=["tables", "attr_list"])
    inner = shown.partition("<p>before</p>\n")[2].partition("\n<p>after</p>")[0]
    read = unescape(inner.strip().removeprefix("<p>").removesuffix("</p>"))
    assert " ".join(read.split()) == " ".join(text.split())


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_SITE_URL", "https://example.org/d/")
    monkeypatch.delenv("DOSSIER_REPO_URL", raising=False)
    assert Settings.from_environment() == Settings("https://example.org/d/", "")


@pytest.mark.parametrize(
    "template", sorted((ROOT / "dossier/rendering/templates").iterdir()), ids=lambda path: path.name
)
def test_no_template_opts_out_of_escaping(template: Path) -> None:
    text = template.read_text("utf-8")
    assert "safe" not in [word.strip() for word in text.replace("}", "|").split("|")]
    assert "autoescape" not in text
