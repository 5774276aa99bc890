"""What every picture keeps: type that can be read, marks inside the frame, files that open."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from dossier.dataset import Dataset
from dossier.model import Scenario
from dossier.rendering.macros import Macros
from dossier.rendering.pictures import files, grid
from dossier.rendering.pictures.drawing import Drawing, Link, Path, Words, lines
from dossier.rendering.pictures.gallery import DRAWN
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT
from tests.making import dataset, element, text

SVG = "{http://www.w3.org/2000/svg}"
LETTER = 0.5 * 13  # how wide a letter of the sans is at least, in the mean


def plain(drawing: Drawing) -> Iterator[Words | Path]:
    for mark in drawing.marks:
        yield from mark.marks if isinstance(mark, Link) else (mark,)


def pictures(data: Dataset, language: str = "en") -> list[Picture | Undrawn]:
    gallery = Renderer(data, language, Settings()).pictures
    return [gallery[name] for name in gallery.ids]


def many(number: int, **fields: Any) -> Dataset:
    return dataset(*(element(f"e{place:03}", **fields) for place in range(number)))


def procedure(**step: Any) -> Dataset:
    """A scenario whose second step is given; its words are as long as they may be."""
    words = text("соглашение о коллективной безопасности " * 2)
    first = {"text": words, "seen": words, "date": "2020-02-27", "element": "a"}
    steps = [first, {"text": words, "seen": words, **step}]
    scenario = {
        "id": "s",
        "order": 1,
        **dict.fromkeys(("title", "situation", "decides"), words),
        "norms": [{"obligation": "o", "note": words}],
        "procedure": {"case": words, "steps": steps},
        "effects": [{"text": words, "assumption": "true"}],
        "actions": [{"actor": "kazakhstan", "text": words}] * 2,
        "assumptions": [words],
        "risks": ["r"],
        "checked": "2026-01-01",
    }
    return dataset(element("a"), Scenario.model_validate(scenario))


HARD = {
    "a procedure without days": procedure(),
    "a procedure of a century": procedure(date="1926/2026"),
    "a procedure that goes on": procedure(date="2020-02/.."),
    "a procedure on one day": procedure(date="2020-02-27", instead="true"),
    "one event": many(1, date="2020"),
    "a hundred events on one day": many(100, date="2020-05-05"),
    "long titles": many(3, title=text("Соглашение о военном сотрудничестве " * 6)),
    "a century": dataset(element("a", "1926"), element("b", "2026-01-01"), element("c", "19XX")),
    "unknown": many(2, stage="unknown", date="202X"),
    "nothing": dataset(),
}


@pytest.mark.parametrize("case", HARD)
def test_bad_input_stays_inside_the_frame_or_says_why(case: str) -> None:
    for made in pictures(HARD[case]):
        if isinstance(made, Undrawn):
            assert made.why.endswith(".")
            continue
        for drawing in (made.wide, made.narrow):
            for mark in plain(drawing):
                if isinstance(mark, Words):
                    wide = len(mark.words) * LETTER
                    left = mark.x - {"start": 0, "middle": wide / 2, "end": wide}[mark.anchor]
                    assert left >= -1, (made.id, mark)
                    assert left + wide <= drawing.width + 12, (made.id, mark)
                    assert 0 <= mark.y <= drawing.height, (made.id, mark)


@pytest.mark.parametrize("name", DRAWN)
def test_an_empty_dossier_draws_nothing_and_says_so_on_the_page(name: str) -> None:
    macros = Macros(Renderer(dataset(), "en", Settings()), "index.html")
    html = macros.figure(name)
    assert "The picture is not drawn" in html
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ({"date": "2020-03-01", "help": "true"}, "help began 3 days after the request"),
        ({"date": "2020-03-01"}, "the whole procedure took 3 days"),
        ({"date": "2020-02-27/..", "help": "true"}, "help began 0 days after the request"),
    ],
)
def test_a_procedure_counts_days(step: dict[str, Any], said: str) -> None:
    (made,) = (one for one in pictures(procedure(**step)) if one.id == "procedure-s")
    assert isinstance(made, Picture)
    assert said in made.title.replace("\N{NO-BREAK SPACE}", " ")


def test_words_are_twelve_pixels_high_on_the_screen() -> None:
    style = (ROOT / "overrides/assets/stylesheets/pictures.css").read_text("utf-8")
    sizes = re.findall(r"picture-svg[^{]*\{[^}]*font-size: ([\d.]+)px", style)
    assert sizes
    assert min(map(float, sizes)) >= 13


def test_heads_that_could_touch_stand_at_two_heights() -> None:
    heads = _heads("Испытано", "Передано", "Работает")
    assert {w.y for w in heads[::2]}.isdisjoint(w.y for w in heads[1::2])
    assert len({w.y for w in _heads("Да", "Нет", "Нет")}) == 1


def _heads(*heads: str) -> list[Words]:
    fields = tuple(grid.Field(words="–") for _ in heads)
    drawing = grid.drawn(grid.Grid(heads, (grid.Row("a", fields),)), 190, 0)
    return [m for m in plain(drawing) if isinstance(m, Words) and m.words in heads]


def test_lines_keep_what_is_tied() -> None:
    tied = "26\N{NO-BREAK SPACE}ноября"
    assert lines(f"издание от {tied}", 90) == ("издание от", tied)


@pytest.fixture
def made(renderer: Renderer) -> list[Picture]:
    return list(renderer.pictures.drawn())


def test_a_file_stands_alone(renderer: Renderer, made: list[Picture]) -> None:
    assert made
    for it in made:
        root = ElementTree.fromstring(files.svg(it, renderer, ""))
        said = " ".join(root.itertext())
        assert root.findtext(f"{SVG}title") == it.title
        assert it.missing in root.findtext(f"{SVG}desc", "")
        assert renderer.stamp.version in said
        assert not root.findall(f".//{SVG}a"), "without a site there is nowhere to lead"
        assert not re.search(r"href|url\(|@import", files.svg(it, renderer, ""))


def test_a_file_leads_to_the_site_where_it_is_known(
    renderer: Renderer, made: list[Picture]
) -> None:
    base = "https://example.org/"
    for it in made:
        assert files.svg(it, renderer, base).count(f'<a href="{base}') == it.wide.links


def test_the_table_is_the_same_in_the_file(renderer: Renderer, made: list[Picture]) -> None:
    for it in made:
        rows = list(csv.reader(io.StringIO(files.table(it))))
        assert tuple(rows[0]) == it.table.columns
        cells = [[str(files._harmless(cell.value)) for cell in row] for row in it.table.rows]
        assert rows[1:] == cells


def test_a_cell_is_no_formula(renderer: Renderer, made: list[Picture]) -> None:
    wicked = replace(made[0], table=Table(("a",), ((Cell("=1+1"),), (Cell("@x"),), (Cell(-1),))))
    assert files.table(wicked).split() == ["a", "'=1+1", "'@x", "-1"]


def test_files_repeat_byte_for_byte(renderer: Renderer) -> None:
    again = Renderer(renderer.dataset, renderer.language, renderer.settings)
    made = [[(name, make()) for name, make in files.files(it, "")] for it in (renderer, again)]
    assert made[0] == made[1]


def test_a_page_holds_the_same_as_a_table_and_the_downloads(
    renderer: Renderer, made: list[Picture]
) -> None:
    for it in made:
        html = renderer.render("picture.html", "themes/x.html", it=it)
        assert html.count('<svg class="picture-svg') == 2
        assert html.count("<tr>") == 1 + len(it.table.rows)
        for ending in ("svg", "csv"):
            assert f'href="../{it.file(ending)}"' in html
        assert f'href="../{it.url}"' in html
        assert f'id="picture-{it.id}"' in html
        assert files.source(renderer) in html
