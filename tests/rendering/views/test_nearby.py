"""Sentences near a record: in prose and data, in both languages, marked where they may be stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.rendering.pages import pages_of_records
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.nearby import Nearby, Sentence
from tests.fixtures.trial import copy_trial

RU = """\
---
title: Учения
---
# Учения

Первое учение прошло в июне 2020 года ({{ element("trial-exercise-2020") }}). В нём
30 участников: {{ element("trial-exercise-2020", "учение") }}. О цене сведений нет,
[вопрос](questions.md#trial-cost).

Единственный план: {{ element("trial-plan-2019", "план") }}. Это не о том.
"""
EN = """\
---
title: Drills
---
# Drills

The first drill was held in June 2020 ({{ element("trial-exercise-2020") }}). It had
30 participants: {{ element("trial-exercise-2020", "the drill") }}. Of the price see
[the question](questions.md#trial-cost).

The only plan: {{ element("trial-plan-2019", "the plan") }}. This is beside the point.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copy_trial(tmp_path)
    for language, text in (("ru", RU), ("en", EN)):
        page = tmp_path / "docs" / language / "drills.md"
        page.parent.mkdir(parents=True)
        page.write_text(text, "utf-8")
    return data


def to(dataset: Dataset, id_: str) -> dict[str, Sentence]:
    return {one.texts.get("en", ""): one for one in Nearby(dataset).to("element", id_)}


def test_a_sentence_that_names_the_record_is_found_in_both_languages(data: Path) -> None:
    one = to(load(data), "trial-exercise-2020")[
        "The first drill was held in June 2020 (A trial exercise was held)."
    ]
    assert one.texts["ru"] == "Первое учение прошло в июне 2020 года (Прошло пробное учение)."
    assert one.places == {"ru": "docs/ru/drills.md:6", "en": "docs/en/drills.md:6"}
    assert one.marked == {"ru": ("Первое",), "en": ("first",)}


def test_a_number_is_marked_and_a_date_is_not(data: Path) -> None:
    one = to(load(data), "trial-exercise-2020")["It had 30 participants: the drill."]
    assert one.marked == {"ru": ("30",), "en": ("30",)}


def test_its_question_and_its_neighbours_are_looked_at_where_they_are_marked(data: Path) -> None:
    found = to(load(data), "trial-exercise-2020")
    assert found["Of the price see the question."].why == "question"
    assert found["The only plan: the plan."].why == "neighbour"
    assert "This is beside the point." not in found


def test_a_question_that_has_an_answer_marks_every_sentence_that_leans_on_it(data: Path) -> None:
    name = data / "questions/trial-cost.yml"
    text = name.read_text("utf-8").replace("state: searched_not_found", "state: answered")
    answer = "answer: {ru: Учение обошлось даром., en: The exercise cost nothing.}\n"
    name.write_text(text + answer, "utf-8")
    found = to(load(data), "trial-exercise-2020")
    assert found["Of the price see the question."].answered
    assert not found["The only plan: the plan."].answered


def test_the_page_of_a_record_lists_the_written_pages_that_name_it(data: Path) -> None:
    renderer = Renderer(load(data), "en", Settings())
    pages = {page.url: page for page in pages_of_records(renderer)}
    html = pages["elements/trial-exercise-2020.html"].html()
    assert '<a href="../drills.html">Drills</a>' in html.replace("\n    href", " href")
    assert "It had 30 participants: the drill." in html.replace("\u00a0", " ")


def test_what_is_said_of_its_like_is_looked_at_for_a_new_record_without_ties(data: Path) -> None:
    name = data / "elements/trial-exercise-2020.yml"
    text = name.read_text("utf-8").partition("\nrelated:")[0]
    for old, new in (("id: trial-exercise-2020", "id: trial-exercise-2021"), ("2020", "2021")):
        text = text.replace(old, new)
    text = text.partition("\nchecked:")[0] + "\nchecked: '2026-11-21'\nreview: published\n"
    (data / "elements/trial-exercise-2021.yml").write_text(text, "utf-8")
    found = to(load(data), "trial-exercise-2021")
    first = found["The first drill was held in June 2020 (A trial exercise was held)."]
    assert (first.why, first.about) == ("peer", "trial-exercise-2020")


def test_a_row_of_a_table_is_read_cell_by_cell(data: Path) -> None:
    page = data.parent / "docs/en/drills.md"
    row = (
        '\n| Drill | Men |\n|---|---|\n| {{ element("trial-exercise-2020", "June") }} | 30 men |\n'
    )
    page.write_text(EN + row, "utf-8")
    assert "June; 30 men" in to(load(data), "trial-exercise-2020")
