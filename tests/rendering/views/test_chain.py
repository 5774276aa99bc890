"""The chain of an element: what it grew from and what grew from it."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.views.chain import chain_of, seen_beside
from tests.making import dataset, element


def made() -> Dataset:
    return dataset(
        element("agreement", "2018"),
        element("plan", "2019", related=[{"element": "agreement", "relation": "under"}]),
        element("exercise", "2020", related=[{"element": "plan", "relation": "carries_out"}]),
        element("other-plan", "2021", related=[{"element": "agreement", "relation": "under"}]),
        element("talks", "2017", related=[{"element": "plan", "relation": "see_also"}]),
    )


def ids(name: str) -> list[str]:
    data = made()
    return [step.entry.element.id for step in chain_of(data.elements[name], data)]


def test_a_chain_leads_from_the_agreement_to_the_exercise() -> None:
    assert ids("plan") == ["agreement", "plan", "exercise"]


def test_the_first_of_a_chain_is_followed_by_all_that_rests_on_it() -> None:
    assert ids("agreement") == ["agreement", "plan", "exercise", "other-plan"]


def test_what_only_shares_the_matter_is_no_link_of_the_chain() -> None:
    data = made()
    assert chain_of(data.elements["talks"], data) == ()
    assert [e.id for e in seen_beside(data.elements["talks"], data)] == ["plan"]
    assert [e.id for e in seen_beside(data.elements["plan"], data)] == ["talks"]


def test_a_step_names_its_ties_and_the_one_asked_about_is_marked() -> None:
    data = made()
    steps = chain_of(data.elements["exercise"], data)
    assert [step.current for step in steps] == [False, False, True]
    assert [(tie, other.id) for tie, other in steps[2].ties] == [("carries_out", "plan")]


def test_a_circle_of_ties_ends() -> None:
    data = dataset(
        element("one", "2018", related=[{"element": "two", "relation": "follows"}]),
        element("two", "2019", related=[{"element": "one", "relation": "follows"}]),
    )
    assert len(chain_of(data.elements["one"], data)) == 2
