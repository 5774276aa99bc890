"""A place is drawn as exactly as it is known; what cannot be drawn is listed and said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.dataset import Dataset
from dossier.model import Vocabulary
from dossier.rendering.pictures import atlas
from dossier.rendering.pictures.drawing import Link, Words
from dossier.rendering.pictures.picture import Picture, Undrawn
from dossier.rendering.renderer import Renderer, Settings
from tests.making import dataset, element, text

NOTE = {"layer": "l", "package": "p", "sha256": "0" * 64}
OUTLINE: dict[str, Any] = {
    "source": "Test",
    "licence": "public domain",
    "outline": NOTE,
    "places": NOTE,
    "made": "by hand",
    "frame": [0, 30, 40, 50],
    "countries": {"kazakhstan": [20, 40]},
    "settlements": {"town": {"name": "Town", "at": [10, 45]}},
    "land": [[[5, 35], [35, 35], [35, 48], [5, 48]]],
}


def places() -> Vocabulary:
    terms = {
        "town": {"label": text("Town"), "state": "kazakhstan"},
        "camp": {"label": text("a camp near Town"), "broader": "town", "state": "kazakhstan"},
        "range": {"label": text("a range"), "state": "kazakhstan"},
        "abroad": {"label": text("Abroad"), "state": "turkiye"},
    }
    return Vocabulary.model_validate(
        {"id": "places", "title": text("Places"), "source": "test", "terms": terms}
    )


def drawn(folder: Path, *names: str, outline: Any = OUTLINE) -> Picture | Undrawn:
    """The map of one event at each place."""
    (folder / "map.json").write_text(
        outline if isinstance(outline, str) else json.dumps(outline), encoding="utf-8"
    )
    events = (element(f"e{n:03}", places=[text(name)]) for n, name in enumerate(names))
    made: Dataset = replace(dataset(places(), *events), data=folder)
    return Renderer(made, "en", Settings()).pictures["map"]


def words(picture: Picture) -> list[str]:
    marks = (m for mark in picture.wide.marks for m in getattr(mark, "marks", (mark,)))
    return [mark.words for mark in marks if isinstance(mark, Words)]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Town", "in the town itself"),
        ("a camp near Town", "in the town or near it"),
        ("a range", "only the country is known"),
    ],
)
def test_a_place_is_drawn_as_exactly_as_it_is_known(tmp_path: Path, name: str, where: str) -> None:
    made = drawn(tmp_path, name)
    assert isinstance(made, Picture)
    assert made.table.rows[0][1].value == where
    assert made.wide.links == made.narrow.links == 1


@pytest.mark.parametrize("name", ["Abroad", "Nowhere that is known"])
def test_a_place_without_coordinates_is_listed_and_said(tmp_path: Path, name: str) -> None:
    made = drawn(tmp_path, "Town", name)
    assert isinstance(made, Picture)
    assert [row[1].value for row in made.table.rows if row[0].value == name] == ["not drawn"]
    assert name in made.missing
    assert name not in words(made)


def test_a_hundred_events_at_one_place_are_one_mark_with_its_number(tmp_path: Path) -> None:
    made = drawn(tmp_path, *["Town"] * 100)
    assert isinstance(made, Picture)
    assert made.wide.links == 1
    assert "100" in words(made)
    assert "pictures/map.html" in next(m.href for m in made.wide.marks if isinstance(m, Link))


def test_what_took_place_is_told_by_the_form_of_its_sign(tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text(json.dumps(OUTLINE), encoding="utf-8")
    flags: dict[str, list[str]] = {"exercise": ["drill"], "course": ["school"], "trial": ["goods"]}
    terms = {kind: {"label": text(kind), "flags": flags.get(kind, [])} for kind in (*flags, "rest")}
    kinds = Vocabulary.model_validate(
        {"id": "kinds", "title": text("Kinds"), "source": "test", "terms": terms}
    )
    happened = [("exercise", "word"), *((kind, "deed") for kind in terms), ("rest", "deed")]
    events = (
        element(f"e{n}", kind=kind, mode=mode, places=[text("Town")])
        for n, (kind, mode) in enumerate(happened)
    )
    made = replace(dataset(places(), kinds, *events), data=tmp_path)
    picture = Renderer(made, "en", Settings()).pictures["map"]
    assert isinstance(picture, Picture)
    told = [(sign.shape, sign.words) for sign in picture.legend if sign.shape != "pin"]
    assert told == [
        ("diamond", "talks and signatures"),
        ("circle", "exercises"),
        ("triangle", "training"),
        ("square", "equipment: making, trials, handover"),
        ("cross", "other deeds"),
    ]
    assert [mark for mark in words(picture) if mark.isdigit()] == ["1", "1", "1", "1", "2"]


def test_places_close_together_keep_their_words_apart(tmp_path: Path) -> None:
    crowd = {f"t{n}": {"name": f"T{n}", "at": [10 + n / 50, 45]} for n in range(12)}
    terms = {key: {"label": text(f"{key} " + "название " * 10)} for key in crowd}
    vocabulary = Vocabulary.model_validate(
        {"id": "places", "title": text("Places"), "source": "test", "terms": terms}
    )
    (tmp_path / "map.json").write_text(json.dumps(OUTLINE | {"settlements": crowd}), "utf-8")
    names = [term["label"]["en"] for term in terms.values()]
    events = (element(f"e{n:03}", places=[text(name)]) for n, name in enumerate(names))
    made = Renderer(
        replace(dataset(vocabulary, *events), data=tmp_path), "en", Settings()
    ).pictures["map"]
    assert isinstance(made, Picture)
    for drawing in (made.wide, made.narrow):
        assert drawing.links == len(crowd)
        labels = [m for m in words_at(drawing.marks) if m.look == "label"]
        for place, one in enumerate(labels):
            for other in labels[:place]:
                apart = abs(one.y - other.y) >= 13 or abs(one.x - other.x) >= 100
                assert apart, (one, other)
        assert all(0 <= m.x <= drawing.width for m in labels)
        assert all(0 <= m.y <= drawing.height for m in labels)


def words_at(marks: Any) -> list[Words]:
    flat = (m for mark in marks for m in getattr(mark, "marks", (mark,)))
    return [mark for mark in flat if isinstance(mark, Words)]


@pytest.mark.parametrize(
    "outline",
    ["", "[]", "{", json.dumps(OUTLINE | {"land": []}), json.dumps(OUTLINE | {"frame": ["a"]})],
)
def test_an_outline_that_cannot_be_read_draws_nothing(tmp_path: Path, outline: str) -> None:
    made = drawn(tmp_path, "Town", outline=outline)
    assert isinstance(made, Undrawn)
    assert "no outline" in made.why


def test_an_outline_as_large_as_a_map_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text(" " * (atlas.LARGEST + 1), "utf-8")
    assert atlas.read(tmp_path) is None
