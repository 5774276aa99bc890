"""The figures are counted from the data, and add up."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.rendering.views.figures import figures
from tests.making import cite, claim, dataset, element, source


def test_cooperation_context_and_comparators_are_counted_apart() -> None:
    compared = element("c", scope="context", comparison="members-turkiye")
    counted = figures(dataset(element("a"), element("b", scope="context"), compared))
    assert (counted.cooperation, counted.context, counted.comparison) == (1, 1, 1)
    assert counted.records["element"] == 3
    assert counted.amounts["comparators"] == 1


def test_claims_are_counted_by_grade_and_the_sums_agree(real: Dataset) -> None:
    counted = figures(real)
    assert sum(counted.corroboration.values()) == counted.claims
    assert sum(counted.confidence.values()) == counted.claims


def test_origins_are_counted_once_however_often_they_are_cited() -> None:
    made = dataset(
        source("a", origin="wire"),
        source("b", origin="wire"),
        source("c"),
        source("idle"),
        element("e", "2020", claim(cite("a"), cite("b"), cite("c"), cite("a"))),
    )
    counted = figures(made)
    assert (counted.citations, counted.cited_sources, counted.origins) == (4, 3, 2)


def test_the_years_spanned_leave_out_context_and_what_has_no_year() -> None:
    counted = figures(
        dataset(
            element("a", "1994"), element("b", "2025-03"), element("c", "199X"),
            element("f", "19XX"), element("d", "1990", scope="context"),
        )
    )  # fmt: skip
    assert (counted.first_year, counted.last_year) == (1994, 2025)


def test_an_empty_dataset_has_figures_too() -> None:
    counted = figures(dataset())
    assert (counted.claims, counted.first_year, counted.checked) == (0, None, None)


def test_the_last_check_is_the_latest_of_all() -> None:
    made = dataset(element("a", checked="2026-11-22"), element("b", checked="2026-02-01"))
    assert figures(made).checked == "2026-11-22"


def test_counts_stand_in_the_order_of_their_vocabulary(real: Dataset) -> None:
    counted = figures(real)
    for axis, counts in (
        ("corroboration", counted.corroboration),
        ("verdicts", counted.verdicts),
        ("confidence", counted.confidence),
    ):
        assert list(counts) == [term for term in real.terms(axis) if term in counts]
