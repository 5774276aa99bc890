"""The bibliography: every source once, with everything that cites it."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.views.bibliography import by_kind, citations_of, sharing_origin
from tests.making import dataset, source


def test_every_source_is_listed_once_under_its_kind(real: Dataset) -> None:
    listed = [(kind, s) for kind, sources in by_kind(real) for s in sources]
    assert sorted(s.id for _, s in listed) == sorted(real.sources)
    assert all(s.kind == kind for kind, s in listed)


def test_kinds_without_sources_are_left_out(trial: Dataset) -> None:
    kinds = [kind for kind, _ in by_kind(trial)]
    assert set(kinds) == {s.kind for s in trial.sources.values()}
    assert kinds == [kind for kind in trial.terms("source_kinds") if kind in kinds]


def test_sources_stand_by_publisher_whatever_its_case(real: Dataset) -> None:
    for _, sources in by_kind(real):
        publishers = [s.publisher.casefold() for s in sources]
        assert publishers == sorted(publishers)


def test_everything_that_cites_a_source_is_found(trial: Dataset) -> None:
    citing = citations_of(trial.sources["trial-agency"], trial)
    assert [c.record.id for c in citing] == [
        "trial-exercise-2020",
        "trial-plan-2019",
        "trial-month",
    ]


def test_a_source_shares_its_origin_with_the_others_of_it_and_not_with_itself() -> None:
    made = dataset(source("a", origin="wire"), source("b", origin="wire"), source("c"))
    assert [s.id for s in sharing_origin(made.sources["a"], made)] == ["b"]
    assert sharing_origin(made.sources["c"], made) == []
