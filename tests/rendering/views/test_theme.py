"""A thematic section: its elements and what bears on them."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.views.theme import theme_view
from tests.making import dataset, element


def test_a_section_has_the_elements_of_its_theme_with_context(real: Dataset) -> None:
    for theme in real.terms("themes"):
        ids = [entry.element.id for entry in theme_view(theme, real).entries]
        assert ids == [e.id for e in real.elements.values() if theme in e.themes]


def test_documents_are_those_elements_that_are_legal_acts(real: Dataset) -> None:
    view = theme_view("legal-base", real)
    assert view.legal
    legal = real.flagged("kinds", "legal")
    assert {entry.element.kind for entry in view.legal} <= legal


def test_what_bears_on_the_elements_is_named_once(real: Dataset) -> None:
    for theme in real.terms("themes"):
        view = theme_view(theme, real)
        for records in (view.obligations, view.disputes, view.questions, view.risks):
            ids = [record.id for record in records]
            assert len(ids) == len(set(ids))


def test_risks_stand_in_the_order_of_the_register(real: Dataset) -> None:
    for theme in real.terms("themes"):
        orders = [risk.order for risk in theme_view(theme, real).risks]
        assert orders == sorted(orders)


def test_a_risk_of_the_section_leans_on_one_of_its_elements(trial: Dataset) -> None:
    assert [risk.id for risk in theme_view("exercises", trial).risks] == ["trial-habits"]
    assert theme_view("planned-cooperation", trial).risks == ()


def test_answered_questions_are_no_longer_open(real: Dataset) -> None:
    for theme in real.terms("themes"):
        assert all(question.state != "answered" for question in theme_view(theme, real).questions)


def test_a_section_spans_the_years_that_are_known() -> None:
    made = dataset(element("vague", "199X"), element("a", "2001"), element("b", "2009-05"))
    assert theme_view("exercises", made).years == (2001, 2009)
    assert theme_view("exercises", dataset(element("vague", "20XX"))).years is None
