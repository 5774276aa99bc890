"""The feeds of what happened, read by feedparser: whole, by theme, by party, in each language."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from dossier.dataset import Dataset
from dossier.rendering.happenings import FILE, Feed, feed, feeds
from dossier.rendering.renderer import Renderer, Settings
from tests.making import claim, dataset, element

BASE = "https://example.org/dossier/"


def _read(renderer: Renderer, one: Feed, base: str = BASE) -> Any:
    return feedparser.parse(feed(renderer, one, "Trial", base))


def _by_path(renderer: Renderer) -> dict[str, Feed]:
    return {one.path: one for one in feeds(renderer)}


def test_every_feed_is_well_formed_and_tells_its_events_latest_first(renderer: Renderer) -> None:
    found = _by_path(renderer)
    assert FILE in found
    assert any(path.startswith("themes/") for path in found)
    assert any(path.startswith("actors/") for path in found)
    for one in found.values():
        read = _read(renderer, one)
        assert not read.bozo
        assert len(read.entries) == len(one.elements)
        days = [entry.updated for entry in read.entries]
        assert days == sorted(days, reverse=True)
        assert read.feed.links[-1].href == BASE + one.path


def test_a_feed_of_a_theme_holds_its_events_and_no_other(trial: Dataset) -> None:
    renderer = Renderer(trial, "en", Settings())
    for path, one in _by_path(renderer).items():
        if path.startswith("themes/"):
            theme = PurePosixPath(path).stem
            assert all(theme in e.themes for e in one.elements)


def test_what_lies_ahead_or_has_no_end_did_not_happen() -> None:
    data = dataset(
        element("plan", "2030-05-01", claim(), stage="planned"),
        element("open", "2018/..", claim()),
        element("fact", "2020", claim()),
    )
    (whole, *_others) = feeds(Renderer(data, "en", Settings()))
    assert [e.id for e in whole.elements] == ["fact"]


def test_an_entry_says_the_date_as_it_is_known() -> None:
    renderer = Renderer(dataset(element("fact", "2018-09", claim())), "en", Settings())
    (entry,) = _read(renderer, _by_path(renderer)[FILE]).entries
    assert entry.title.startswith("September 2018: ")
    assert entry.updated == "2018-09-30T00:00:00Z"


@pytest.mark.parametrize("start", ["themes/", "actors/"])
def test_without_an_address_links_lead_from_the_feed_to_the_page(
    trial: Dataset, start: str
) -> None:
    renderer = Renderer(trial, "en", Settings())
    one = next(one for path, one in _by_path(renderer).items() if path.startswith(start))
    entry = _read(renderer, one, "").entries[0]
    led = urljoin(f"https://site/{one.path}", entry.link)
    assert led == f"https://site/elements/{one.elements[0].id}.html"


def test_ids_differ_between_feeds_and_stay(trial: Dataset) -> None:
    renderer = Renderer(trial, "en", Settings())
    read = [_read(renderer, one) for one in feeds(renderer)]
    ids = [one.feed.id for one in read]
    assert len(set(ids)) == len(ids)
    assert ids == [_read(renderer, one).feed.id for one in feeds(renderer)]
