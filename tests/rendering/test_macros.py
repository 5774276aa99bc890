"""The macros: what they return stands in a Markdown page; what is wrong is named."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

import pytest

from dossier.rendering.macro_arguments import MacroError
from dossier.rendering.macros import NAMES, Macros
from dossier.rendering.renderer import Renderer
from tests.conftest import ROOT

PAGE = "themes/exercises.html"


@pytest.fixture
def macros(renderer: Renderer) -> Macros:
    return Macros(renderer, PAGE)


def test_every_name_is_a_method_with_a_sentence_about_it() -> None:
    for name in NAMES:
        method = getattr(Macros, name)
        assert (inspect.getdoc(method) or "").strip().endswith("."), name


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_macro_is_documented(language: str) -> None:
    text = (ROOT / "docs" / language / "macros.md").read_text("utf-8")
    assert [name for name in NAMES if not re.search(rf"\b{name}\(", text)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_filter_of_the_chronology_is_documented(language: str) -> None:
    text = (ROOT / "docs" / language / "macros.md").read_text("utf-8")
    arguments = list(inspect.signature(Macros.chronology).parameters)[1:]
    assert [name for name in arguments if f"`{name}`" not in text] == []


CALLS: dict[str, Callable[[Macros], str]] = {
    "chronology": lambda m: m.chronology(),
    "chronology in lines": lambda m: m.chronology(view="lines", years=False),
    "theme": lambda m: m.theme("exercises"),
    "theme_facts": lambda m: m.theme_facts("exercises"),
    "element": lambda m: m.element("trial-plan-2019"),
    "cite": lambda m: m.cite("trial-agency", "paragraph 1-3; lead"),
    "grade": lambda m: m.grade("trial-plan-2019", "trial-treaty-article-1"),
    "grade with reasons": lambda m: m.grade("trial-plan-2019", why=True),
    "verdict": lambda m: m.verdict("trial-article", "exercise"),
    "vocabulary": lambda m: m.vocabulary("abbreviations"),
    "indicators": lambda m: m.indicators(),
    "relations": lambda m: m.relations(),
    "risk_register": lambda m: m.risk_register(),
    "risk": lambda m: m.risk("trial-habits"),
    "scenarios": lambda m: m.scenarios(),
    "scenario": lambda m: m.scenario("trial-threat"),
    "obligation": lambda m: m.obligation("trial-treaty-article-1"),
    "obligations": lambda m: m.obligations(),
    "people": lambda m: m.people(),
    "assessments": lambda m: m.assessments(),
    "article": lambda m: m.article("trial-article"),
    "disputes": lambda m: m.disputes(),
    "questions": lambda m: m.questions(),
    "comparison": lambda m: m.comparison(),
    "bibliography": lambda m: m.bibliography(),
    "actors": lambda m: m.actors(),
    "figures": lambda m: m.figures(),
    "figure": lambda m: m.figure("words-and-deeds"),
    "count": lambda m: m.count("elements"),
    "change_log": lambda m: m.change_log(),
    "changes": lambda m: m.changes(),
    "downloads": lambda m: m.downloads(),
    "take_data": lambda m: m.take_data("elements"),
    "data_tables": lambda m: m.data_tables(),
    "data_columns": lambda m: m.data_columns(),
    "follow": lambda m: m.follow(),
    "editions": lambda m: m.editions(),
    "terms": lambda m: m.terms("date_bases"),
    "chronology with filters": lambda m: m.chronology(filters=True),
}


def test_every_macro_is_tried_here() -> None:
    assert {name.partition(" ")[0] for name in CALLS} | {"excerpt"} == set(NAMES)


# What a page of Markdown becomes on another is Markdown: `test_excerpts.py`.
@pytest.mark.parametrize("name", CALLS)
def test_a_macro_returns_blocks_that_are_neither_markdown_nor_template(
    name: str, macros: Macros
) -> None:
    for block in CALLS[name](macros).split("\n\n"):
        assert "\n" not in block
        assert block == block.strip()
        if block.startswith("## "):
            assert re.fullmatch(r"## .+ \{ #[a-z0-9-]+ \}", block)
        else:
            assert not re.search(r"[`*_{}\[\]|~^\\]", block)


@pytest.mark.parametrize(
    ("call", "value", "hint"),
    [
        (lambda m: m.chronology(theme="exercise"), "`exercise`", "did you mean `exercises`?"),
        (lambda m: m.chronology(kind="visits"), "`visits`", ""),
        (lambda m: m.chronology(stage="hold"), "`hold`", "did you mean `held`?"),
        (lambda m: m.chronology(mode="words"), "`words`", "did you mean `word`?"),
        (lambda m: m.chronology(actor="kazakstan"), "`kazakstan`", "did you mean `kazakhstan`?"),
        (lambda m: m.chronology(view="ful"), "`ful`", "`full`"),
        (lambda m: m.chronology(scope="all"), "`all`", "`cooperation`"),
        (lambda m: m.chronology(since="2020"), "`2020`", "without quotes"),
        (lambda m: m.theme("excercises"), "`excercises`", "did you mean `exercises`?"),
        (lambda m: m.element("trial-plan-2018"), "`trial-plan-2018`", "`trial-plan-2019`?"),
        (lambda m: m.cite("trial-agencies"), "`trial-agencies`", "`trial-agency`?"),
        (lambda m: m.cite("trial-agency", "paragraf 3"), "`paragraf`", "`paragraph`?"),
        (lambda m: m.cite("trial-agency", "§ 3"), "`§ 3`", ""),
        (lambda m: m.grade("trial-plan-2018"), "`trial-plan-2018`", "`trial-plan-2019`?"),
        (lambda m: m.grade("trial-plan-2019#sign"), "`trial-plan-2019#sign`", ""),
        (lambda m: m.grade(), "nothing is named", "an element, a claim or a provision"),
        (lambda m: m.verdict("trial-article", "exercises"), "`exercises`", "`exercise`?"),
        (lambda m: m.verdict("trial-articles", "exercise"), "`trial-articles`", "`trial-article`?"),
        (lambda m: m.vocabulary("verdict"), "`verdict`", "did you mean `verdicts`?"),
        (lambda m: m.vocabulary("languages"), "`languages`", "explains no words"),
        (lambda m: m.risk("trial-habit"), "`trial-habit`", "did you mean `trial-habits`?"),
        (lambda m: m.scenario("trial-thread"), "`trial-thread`", "did you mean `trial-threat`?"),
        (lambda m: m.obligation("treaty"), "`treaty`", "check the id"),
        (lambda m: m.obligations(scope="cst"), "`cst`", "did you mean `csto`?"),
        (lambda m: m.assessments(stance="counters"), "`counters`", "did you mean `counter`?"),
        (lambda m: m.article("trial-articles"), "`trial-articles`", "`trial-article`?"),
        (lambda m: m.questions(state="opened"), "`opened`", ""),
        (lambda m: m.figure("verdict"), "`verdict`", "did you mean `verdicts`?"),
        (lambda m: m.count("element"), "`element`", "did you mean `elements`?"),
    ],
)
def test_a_wrong_argument_is_named_with_what_was_meant(
    call: Callable[[Macros], str], value: str, hint: str, macros: Macros
) -> None:
    with pytest.raises(MacroError) as caught:
        call(macros)
    assert value in str(caught.value)
    assert hint in str(caught.value)


def test_the_text_of_a_link_can_be_given_and_is_escaped(macros: Macros) -> None:
    html = macros.element("trial-plan-2019", "план <b>")
    assert html.endswith(">план &lt;b&gt;</a>")
    assert 'href="../elements/trial-plan-2019.html"' in html


def test_a_vocabulary_keeps_its_order_unless_the_alphabet_is_asked_for(macros: Macros) -> None:
    def words(html: str) -> list[str]:
        return re.findall(r"<dt>(.*?)</dt>", html)

    assert words(macros.vocabulary("modes")) == {
        "ru": ["слово", "дело", "передача"], "en": ["word", "deed", "transfer"]
    }[macros.renderer.language]  # fmt: skip
    assert words(macros.vocabulary("modes", by_name=True)) == {
        "ru": ["дело", "передача", "слово"], "en": ["deed", "transfer", "word"]
    }[macros.renderer.language]  # fmt: skip


def test_a_grade_is_that_of_the_weakest_and_leads_to_it(macros: Macros) -> None:
    html = macros.grade("trial-agreement-2018", "trial-plan-2019")
    told = {"ru": "уверенность умеренная", "en": "moderate confidence"}[macros.renderer.language]
    assert f'href="../elements/trial-plan-2019.html#signed-in-january">{told}</a>' in html
    assert ":" not in html
    assert f"{told}</a>: " in macros.grade("trial-plan-2019", why=True)


def test_a_verdict_leads_to_its_check(macros: Macros) -> None:
    html = macros.verdict("trial-article", "exercise")
    assert 'href="../articles/trial-article.html#P1-exercise"' in html


def test_filters_narrow_the_chronology(macros: Macros) -> None:
    html = macros.chronology(since=2020, years=False)
    assert "trial-exercise-2020" in html
    assert "trial-plan-2019" not in html


def test_what_is_counted_has_its_noun(macros: Macros) -> None:
    told = {"ru": "3 события", "en": "3 events"}[macros.renderer.language]
    assert macros.count("elements").replace("\N{NO-BREAK SPACE}", " ") == told


def test_everything_that_can_be_counted_has_words(macros: Macros) -> None:
    for what in ("claims", "sources", "citations", "risks", "disputes", "questions",
                 "obligations", "assessments"):  # fmt: skip
        assert macros.count(what)[0].isdigit()
