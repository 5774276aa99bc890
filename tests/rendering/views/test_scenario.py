"""A scenario says first what it is, names its records, and can be reached from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.dataset import Dataset
from dossier.model import Scenario
from dossier.rendering.macros import Macros
from dossier.rendering.pages import pages_of_records
from dossier.rendering.pdf.book import book
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.scenario import scenario_view

CONSTRUCTION = "This is the editors’ construction, not a forecast."
LINK = 'href="../scenarios/trial-threat.html"'
Read = Callable[[str], str]


@pytest.fixture
def page(trial: Dataset) -> Read:
    pages = {page.url: page for page in pages_of_records(Renderer(trial, "en"))}
    return lambda url: " ".join(pages[url].html().split())


def test_the_first_words_say_whose_construction_it_is(page: Read) -> None:
    html = page("scenarios/trial-threat.html")
    assert html.index("<h1") < html.index(CONSTRUCTION) < html.index("<h2")
    assert "No likelihood is given." in html


def test_every_part_names_its_records(trial: Dataset) -> None:
    view = scenario_view(trial.scenarios["trial-threat"], trial)
    assert [provision.id for provision, _ in view.norms] == ["trial-treaty-article-1"]
    assert [[record.id for record in records] for _, records in view.effects] == [
        ["trial-agreement-2018"],
        ["trial-treaty-article-1"],
        [],
    ]
    assert [(risk.id, sign.id) for risk, sign in view.signs] == [
        ("trial-habits", "second-exercise")
    ]


def test_what_nothing_shows_is_called_an_assumption(page: Read) -> None:
    html = page("scenarios/trial-threat.html")
    assert '<span class="tag">assumption</span> The answer comes sooner.' in html
    assert html.count('class="tag"') == 1


@pytest.mark.parametrize(
    "url",
    [
        "risks/trial-habits.html",
        "elements/trial-agreement-2018.html",
        "obligations/trial-treaty-article-1.html",
    ],
)
def test_it_is_linked_from_whatever_it_names(url: str, page: Read) -> None:
    assert LINK in page(url)


def test_scenarios_stand_in_their_own_order(trial: Dataset) -> None:
    first = trial.scenarios["trial-threat"]
    later = first.model_copy(update={"id": "a-later-one", "order": 2})
    made = Dataset(trial.data, trial.records | {"scenario": {later.id: later, first.id: first}}, [])
    assert list(made.scenarios) == ["trial-threat", "a-later-one"]


def test_the_list_says_what_it_holds(trial: Dataset) -> None:
    html = Macros(Renderer(trial, "en"), "scenarios/index.html").scenarios()
    assert CONSTRUCTION in html
    assert "A trial threat" in html


def test_an_empty_list_says_so(trial: Dataset) -> None:
    none = Dataset(trial.data, trial.records | {Scenario.TYPE: {}}, [])
    html = Macros(Renderer(none, "en"), "scenarios/index.html").scenarios()
    assert "There are no scenarios yet." in html
    assert CONSTRUCTION not in html


def test_the_book_holds_it(trial: Dataset) -> None:
    [said] = book(Renderer(trial, "en"))["scenarios"]
    assert said["decides"] == "Both sides decide together."
    assert [one["assumption"] for one in said["effects"]] == [False, False, True]


def test_it_holds_no_field_for_a_likelihood() -> None:
    assert not {"likelihood", "confidence", "probability"} & set(Scenario.model_fields)
