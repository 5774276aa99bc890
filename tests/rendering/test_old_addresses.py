"""What a reader finds at the address of a record that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.rendering.macros import Macros
from dossier.rendering.mentions import in_words, mentions, replaced
from dossier.rendering.old_addresses import redirecting, redirects
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from tests.fixtures.trial import copy_trial

STONES = """\
id: tombstones
tombstones:
  - type: element
    id: trial-plan
    fate: moved
    to: [trial-plan-2019]
    date: '2026-11-21'
    reason: {ru: В id добавлен год., en: The year was added to the <id>.}
  - type: source
    id: trial-forgery
    fate: retracted
    date: '2026-11-20'
    reason: {ru: Страница оказалась подделкой., en: The page turned out to be forged.}
  - type: source
    id: trial-papers
    fate: split
    to: [trial-agency, trial-column]
    date: '2026-11-20'
    reason: {ru: Это два текста., en: These are two texts.}
  - type: question
    id: trial-price
    fate: merged
    to: [trial-cost]
    date: '2026-11-21'
    reason: {ru: Это один вопрос., en: This is one question.}
  - type: question
    id: trial-idle
    fate: retracted
    date: '2026-11-21'
    reason: {ru: Вопрос не о том., en: The question misses the point.}
"""


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    data = copy_trial(tmp_path)
    (data / "tombstones.yml").write_text(STONES, "utf-8")
    return load(data)


def renderer(dataset: Dataset, language: str = "en") -> Renderer:
    return Renderer(dataset, language, Settings())


def test_a_moved_record_has_a_page_that_goes_on_at_once(dataset: Dataset) -> None:
    [(address, html)] = redirects(renderer(dataset), "https://example.org/en/")
    assert address == "elements/trial-plan.html"
    assert '<meta http-equiv="refresh" content="0; url=../elements/trial-plan-2019.html">' in html
    link = '<link rel="canonical" href="https://example.org/en/elements/trial-plan-2019.html">'
    assert link in html
    assert '<a href="../elements/trial-plan-2019.html">' in html
    assert "The year was added to the &lt;id&gt;." in html


def test_without_a_known_site_the_canonical_address_is_relative(dataset: Dataset) -> None:
    [(_, html)] = redirects(renderer(dataset, "ru"), "")
    assert '<link rel="canonical" href="../elements/trial-plan-2019.html">' in html
    assert '<html lang="ru">' in html


def test_both_languages_have_the_page(dataset: Dataset) -> None:
    assert redirecting(dataset) == {"elements/trial-plan.html", "en/elements/trial-plan.html"}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("sources/trial-forgery.html", ["retracted", "20 November 2026", "to be forged."]),
        ("sources/trial-papers.html", ["../sources/trial-agency.html", "trial-column.html"]),
    ],
)
def test_a_split_or_retracted_record_has_a_page_that_says_so(
    address: str, told: list[str], dataset: Dataset
) -> None:
    pages = {page.url: page for page in pages_of_records(renderer(dataset))}
    html = pages[address].html()
    assert [piece for piece in told if piece not in html.replace("\u00a0", " ")] == []


def test_an_old_anchor_of_a_list_stands_beside_the_entry_or_tells_what_became_of_it(
    dataset: Dataset,
) -> None:
    html = Macros(renderer(dataset), "questions.html").questions()
    _before, anchor, after = html.partition('<span id="trial-price">')
    assert anchor and after.removeprefix("</span>").startswith('<h3 id="trial-cost">')
    assert 'id="trial-idle"' in after and "retracted" in after
    some = Macros(renderer(dataset), "questions.html").questions("open")
    assert 'id="trial-idle"' not in some, "it would stand twice on a page with two lists"


def test_a_macro_with_an_old_id_shows_the_record(dataset: Dataset) -> None:
    html = Macros(renderer(dataset), "index.html").element("trial-plan")
    assert "elements/trial-plan-2019.html" in html
    graded = Macros(renderer(dataset), "index.html").grade("trial-plan#signed-in-january")
    assert "trial-plan-2019.html#signed-in-january" in graded


PAGE = """\
---
title: element("trial-plan")
---
См. {{ element("trial-plan", "план") }} и {{ grade('trial-plan#a', "trial-plan") }},
[план](../elements/trial-plan.md#a), [вопрос](questions.md#trial-plan) `{{ element("trial-plan") }}`
{% raw %}{{ element("trial-plan") }}{% endraw %} [чужой](https://example.org/elements/trial-plan.html)
[указатель](sources/index.md) {{ cite("trial-plan", "lead") }}
"""


def test_every_mention_of_a_page_is_found_and_no_other() -> None:
    found = [(mention.types, mention.mark(PAGE).line) for mention in mentions(PAGE)]
    assert found == [
        (("element",), 4),
        (("element", "obligation"), 4),
        (("element", "obligation"), 4),
        (("element",), 5),
        (("question",), 5),
        (("source",), 7),
    ]


def test_a_sentence_reads_as_readers_see_it() -> None:
    raw = (
        'По [плану](x.md) **учились** {{ element("a") }}, {{ risk("b", "риск") }}, {{ cite("c") }}.'
    )
    assert in_words(raw, lambda kinds, id_: f"<{id_}>") == "По плану учились <a>, риск."


def test_a_cell_that_says_nothing_to_readers_leaves_no_signs() -> None:
    raw = '| {{ element("a", "План") }} 2018 г. | {{ grade("a") }}; {{ grade("b") }} | 2 | Нет. |'
    assert in_words(raw, lambda kinds, id_: id_) == "План 2018 г. 2; Нет."


def test_a_mention_is_replaced_where_it_means_the_record() -> None:
    new = replaced(PAGE, lambda kind, id_: "the-plan" if kind == "element" else id_)
    assert '{{ element("the-plan", "план") }} и {{ grade(\'the-plan#a\', "the-plan") }},' in new
    assert "[план](../elements/the-plan.md#a), [вопрос](questions.md#trial-plan)" in new
    assert new.count("the-plan") - 4 == 0 and new.count('cite("trial-plan"') == 1
