"""The overview drawing: every element is in it, and no sign covers another."""

from __future__ import annotations

import itertools

import pytest

from dossier.dataset import Dataset
from dossier.rendering.views.chronology import Filter, select
from dossier.rendering.views.timeline import SIGN, timeline
from tests.making import dataset, element


def drawn(*dates: str, themes: Dataset) -> Dataset:
    made = dataset(*(element(f"e{n}", date) for n, date in enumerate(dates)))
    made.records["vocabulary"] = themes.records["vocabulary"]
    return made


def test_without_elements_there_is_no_drawing(trial: Dataset) -> None:
    assert timeline(drawn(themes=trial)) is None
    assert timeline(drawn("201X", themes=trial)) is None


def test_every_element_with_a_year_is_drawn_once(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    signs = [glyph.entry.element.id for lane in view.lanes for glyph in lane.glyphs]
    with_year = [e.element.id for e in select(real, Filter(scope=None)) if e.year is not None]
    assert sorted(signs) == sorted(with_year)
    assert view.total == len(signs) + view.undated


def test_no_sign_covers_another(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    for lane in view.lanes:
        for one, other in itertools.combinations(lane.glyphs, 2):
            if one.y == other.y:
                assert abs(one.x - other.x) >= SIGN, (one.entry.element.id, other.entry.element.id)


def test_every_sign_stands_within_its_lane_and_the_drawing(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    for lane in view.lanes:
        for glyph in lane.glyphs:
            assert lane.y < glyph.y < lane.y + lane.height
            assert view.labels < glyph.x < view.width


def test_lanes_stand_in_the_order_of_the_themes_without_empty_ones(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    order = list(real.terms("themes"))
    lanes = [order.index(lane.term) for lane in view.lanes if lane.axis == "themes"]
    assert lanes == sorted(lanes)
    assert all(lane.glyphs for lane in view.lanes)


@pytest.mark.parametrize("dates", [("2020",), ("1993", "2026"), ("2011-05", "2011-06")])
def test_time_runs_from_left_to_right(dates: tuple[str, ...], trial: Dataset) -> None:
    view = timeline(drawn(*dates, themes=trial))
    assert view is not None
    ticks = [tick.x for tick in view.ticks]
    assert ticks == sorted(ticks)
    signs = [glyph.x for lane in view.lanes for glyph in lane.glyphs]
    assert signs == sorted(signs)


def test_an_uncertain_date_is_as_wide_as_it_is_uncertain(trial: Dataset) -> None:
    view = timeline(drawn("2015", "2018-03-02", themes=trial))
    assert view is not None
    widths = [glyph.width for lane in view.lanes for glyph in lane.glyphs]
    assert widths[0] > 10
    assert widths[1] == 0


def test_only_a_framework_that_is_in_force_has_a_band_to_the_edge(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    eras = [(lane, era) for lane in view.lanes for era in lane.eras]
    assert eras
    for lane, era in eras:
        assert era.entry.element.stage == "in_force"
        element = era.entry.element
        assert lane.term == (element.compared_as or element.themes[0])
        assert era.x + era.width == view.width


def test_comparators_stand_below_the_themes_in_lanes_of_their_own(trial: Dataset) -> None:
    compared = element("other", "2019", scope="context", comparison="members-turkiye")
    view = timeline(dataset(element("own", "2018"), element("near", scope="context"), compared))
    assert view is not None
    lanes = [(lane.axis, lane.term, len(lane.glyphs)) for lane in view.lanes]
    assert lanes == [("themes", "exercises", 2), ("comparisons", "members-turkiye", 1)]
    own, other = view.lanes
    assert view.parting == own.y + own.height
    assert other.y > view.parting


def test_without_comparators_nothing_is_parted(trial: Dataset) -> None:
    view = timeline(drawn("2018", themes=trial))
    assert view is not None
    assert view.parting is None


def test_the_table_counts_every_sign_of_the_drawing(real: Dataset) -> None:
    view = timeline(real)
    assert view is not None
    for lane in view.lanes:
        assert sum(lane.counts) == len(lane.glyphs)
    starts = [start for start, _ in view.periods]
    assert starts == sorted(starts)
    assert view.periods[0][0] == view.first
    assert view.periods[-1][1] == view.last
