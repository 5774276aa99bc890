"""What leans on a record: everything that refers to it, and nothing else."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.views.leaning import leaning_on
from tests.making import dataset, element


def test_everything_that_refers_to_an_element_leans_on_it(trial: Dataset) -> None:
    leaning = leaning_on(trial.elements["trial-exercise-2020"], trial)
    assert [risk.id for risk in leaning.risks] == ["trial-habits"]
    assert [question.id for question in leaning.questions] == ["trial-cost"]
    assert [(a.id, p.id) for a, p in leaning.paragraphs] == [("trial-article", "P1")]
    assert leaning.obligations == ()


def test_a_paragraph_that_refers_twice_is_shown_once(real: Dataset) -> None:
    for element_ in real.elements.values():
        pairs = [(a.id, p.id) for a, p in leaning_on(element_, real).paragraphs]
        assert len(pairs) == len(set(pairs))


def test_elements_lean_on_those_they_are_related_to(trial: Dataset) -> None:
    leaning = leaning_on(trial.elements["trial-agreement-2018"], trial)
    assert [item.id for item in leaning.elements] == ["trial-plan-2019"]


def test_nothing_leans_on_a_record_that_nothing_names() -> None:
    made = dataset(element("alone"))
    assert not leaning_on(made.elements["alone"], made).anything
