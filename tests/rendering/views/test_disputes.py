"""A dispute that is settled is shown as settled, and only one that is open marks an element."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.rendering.pages import pages_of_records
from dossier.rendering.pdf.records import element as entry_in_print
from dossier.rendering.pdf.saying import Saying
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.chronology import entry_of
from dossier.rendering.views.disputes import disputes_of

PLAN = "trial-plan-2019"
TITLE = "In which month the plan was signed"


def in_state(trial: Dataset, resolution: str) -> Dataset:
    dispute = trial.disputes["trial-month"].model_copy(update={"resolution": resolution})
    return Dataset(trial.data, trial.records | {"dispute": {dispute.id: dispute}}, [])


def page_of(element_id: str, dataset: Dataset) -> str:
    pages = pages_of_records(Renderer(dataset, "en"))
    return next(page.html() for page in pages if page.url == f"elements/{element_id}.html")


@pytest.mark.parametrize(
    ("resolution", "is_open"), [("open", True), ("partly_resolved", True), ("resolved", False)]
)
def test_a_dispute_is_open_until_it_is_resolved(
    resolution: str, is_open: bool, trial: Dataset
) -> None:
    made = in_state(trial, resolution)
    found = disputes_of([made.elements[PLAN]], made)
    assert (len(found.open), len(found.settled)) == (int(is_open), int(not is_open))
    assert entry_of(made.elements[PLAN], made).disputed is is_open


def test_the_page_of_an_element_says_that_its_dispute_is_settled(trial: Dataset) -> None:
    html = page_of(PLAN, in_state(trial, "resolved"))
    assert f'Dispute settled: <a href="#disputes">{TITLE}</a>' in " ".join(html.split())
    assert 'id="disputes"' in " ".join(html.split())
    assert "no dispute between sources found" not in " ".join(html.split())


def test_an_open_dispute_is_not_called_settled(trial: Dataset) -> None:
    html = page_of(PLAN, trial)
    assert f'<a class="disputed" href="#disputes">{TITLE}</a>' in " ".join(html.split())
    assert "Dispute settled" not in " ".join(html.split())


def test_only_an_element_without_any_dispute_is_said_to_have_none(trial: Dataset) -> None:
    assert "no dispute between sources found" in page_of("trial-exercise-2020", trial)


def test_print_names_settled_disputes_apart(trial: Dataset) -> None:
    made = in_state(trial, "resolved")
    said = entry_in_print(entry_of(made.elements[PLAN], made), Saying(Renderer(made, "en")))
    assert said["disputes"] == []
    assert [ref["title"] for ref in said["settled"]] == [TITLE]


def test_a_dispute_about_two_elements_is_named_once(trial: Dataset) -> None:
    plan = trial.elements[PLAN]
    assert [dispute.id for dispute in disputes_of([plan, plan], trial).all] == ["trial-month"]
