"""Which elements the chronology shows, in which order, under which year."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.rendering.views.chronology import Filter, by_year, entry_of, select
from tests.making import dataset, element

MADE = dataset(
    element("context", "2020-01-01", scope="context"),
    element("autumn", "2020-09-01", themes=("exercises", "legal-base")),
    element("sometime", "2020"),
    element("visit", "2019-03-04", kind="visit_consultation", mode="word", stage="stated"),
    element("decade", "201X"),
    element("years", "2018/2021", parties=("turkiye",)),
)


def chosen(**wanted: object) -> set[str]:
    return {entry.element.id for entry in select(MADE, Filter(**wanted))}  # type: ignore[arg-type]


def test_without_a_filter_all_of_the_cooperation_is_chosen() -> None:
    assert chosen() == {"autumn", "sometime", "visit", "decade", "years"}


def test_context_is_chosen_only_when_it_is_asked_for() -> None:
    assert chosen(scope="context") == {"context"}
    assert "context" in chosen(scope=None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"theme": "legal-base"}, {"autumn"}),
        ({"kind": "visit_consultation"}, {"visit"}),
        ({"mode": "word"}, {"visit"}),
        ({"stage": "stated"}, {"visit"}),
        ({"actor": "turkiye"}, {"years"}),
        ({"theme": "legal-base", "kind": "visit_consultation"}, set()),
    ],
)
def test_filters_narrow_the_choice(wanted: dict[str, str], found: set[str], trial: Dataset) -> None:
    MADE.records["vocabulary"] = trial.records["vocabulary"]
    assert chosen(**wanted) == found


def test_a_state_takes_in_its_authorities(trial: Dataset) -> None:
    found = {entry.element.id for entry in select(trial, Filter(actor="kazakhstan"))}
    assert "trial-plan-2019" in found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (2021, None, {"years"}),
        (None, 2017, {"decade"}),
        (2019, 2019, {"visit", "years", "decade"}),
        (2020, 2020, {"autumn", "sometime", "years"}),
        (2030, None, set()),
    ],
)
def test_an_element_matches_when_its_date_overlaps_the_years(
    since: int | None, until: int | None, found: set[str]
) -> None:
    assert chosen(since=since, until=until) == found


def test_years_come_in_order_and_what_has_no_year_comes_last() -> None:
    years = list(by_year(select(MADE, Filter())))
    assert [year.number for year in years] == [2018, 2019, 2020, None]


def test_within_a_year_what_has_no_exact_date_comes_first() -> None:
    year = next(year for year in by_year(select(MADE, Filter())) if year.number == 2020)
    assert [entry.element.id for entry in year.undated] == ["sometime"]
    assert [entry.element.id for entry in year.entries] == ["sometime", "autumn"]


def test_an_open_dispute_marks_the_element(trial: Dataset) -> None:
    plan = trial.elements["trial-plan-2019"]
    assert entry_of(plan, trial).disputed
    assert not entry_of(trial.elements["trial-exercise-2020"], trial).disputed


def test_a_resolved_dispute_marks_nothing(trial: Dataset) -> None:
    plan = trial.elements["trial-plan-2019"]
    dispute = trial.disputes["trial-month"].model_copy(update={"resolution": "resolved"})
    dispute._document = trial.disputes["trial-month"].document
    settled = dataset(plan.model_copy(), dispute)
    assert not entry_of(settled.elements["trial-plan-2019"], settled).disputed


def test_the_grade_shown_is_that_of_the_lead_claim(trial: Dataset) -> None:
    entry = entry_of(trial.elements["trial-agreement-2018"], trial)
    assert entry.grade.corroboration == "documentary"


@pytest.mark.parametrize("date", ["201X", "20XX", "19XX~"])
def test_what_is_known_to_a_decade_or_a_century_stands_under_no_year(date: str) -> None:
    made = dataset(element("vague", date), element("sometime", "2000"))
    years = list(by_year(select(made, Filter())))
    assert [(year.number, len(year.entries)) for year in years] == [(2000, 1), (None, 1)]
