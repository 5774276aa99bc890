"""A sentence claims as much certainty as the weakest record that it rests on."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.model import Article
from dossier.rendering.views.stated import Stated, graded, ledger, weakest


def found(reference: str, dataset: Dataset) -> Stated:
    stated = graded(reference, dataset)
    assert stated is not None
    return stated


def test_an_element_stands_for_its_lead_claim_and_links_to_it(trial: Dataset) -> None:
    stated = found("trial-plan-2019", trial)
    assert stated.grade.confidence == "moderate"
    assert stated.address == "elements/trial-plan-2019.html#signed-in-january"


def test_a_claim_can_be_named_beside_the_lead(trial: Dataset) -> None:
    stated = found("trial-plan-2019#signed-in-february", trial)
    assert stated.grade.confidence == "not_assessed"


def test_a_provision_is_graded_by_its_own_citations(trial: Dataset) -> None:
    stated = found("trial-treaty-article-1", trial)
    assert stated.grade.confidence == "high"
    assert stated.address == "obligations/trial-treaty-article-1.html"


def test_the_weakest_of_several_prevails_and_of_equals_the_first(trial: Dataset) -> None:
    strong, weak, equal = (
        found(reference, trial)
        for reference in ("trial-agreement-2018", "trial-exercise-2020", "trial-plan-2019")
    )
    assert weakest([strong, weak, equal]) is weak


def test_that_sources_were_read_as_excerpts_is_not_said_in_every_sentence(trial: Dataset) -> None:
    assert found("trial-exercise-2020", trial).reasons == ("single_origin",)


def test_what_has_no_grade_is_not_graded(trial: Dataset) -> None:
    assert graded("trial-habits", trial) is None
    assert graded("trial-plan-2019#never-signed", trial) is None


def test_a_statement_of_an_article_is_found_with_its_place(trial: Dataset) -> None:
    claim, address = ledger(trial.of(Article)["trial-article"])["exercise"]
    assert claim.verdict == "single_source"
    assert address == "articles/trial-article.html#P1-exercise"


def test_an_id_of_two_paragraphs_names_no_statement_by_itself(trial: Dataset) -> None:
    article = trial.of(Article)["trial-article"]
    first = article.paragraphs[0]
    second = first.model_copy(update={"id": "P2", "claims": first.claims[:1]})
    found = ledger(article.model_copy(update={"paragraphs": (first, second)}))
    assert set(found) == {"P1-agreement", "P2-agreement", "P1-exercise", "exercise"}
    assert found["P2-agreement"][1] == "articles/trial-article.html#P2-agreement"
