"""Who is who: each person once, by surname, with public roles only."""

from __future__ import annotations

from typing import Any

from dossier.dataset import Dataset
from dossier.rendering.views.people import people
from tests.making import dataset, element, text


def person(name: str, role: str) -> dict[str, Any]:
    return {"name": {"ru": name, "en": name}, "role": text(role)}


MADE = dataset(
    element("a", "2020", people=(person("Борис Яшин", "министр"), person("Яна Алина", "посол"))),
    element("b", "2021", people=(person("Борис Яшин", "депутат"),)),
)


def test_a_person_of_two_elements_is_named_once_with_both_roles() -> None:
    found = {named.name.ru: named for named in people(MADE, "ru")}
    assert [role.ru for role in found["Борис Яшин"].roles] == ["министр", "депутат"]
    assert [item.id for item in found["Борис Яшин"].elements] == ["a", "b"]


def test_people_stand_by_surname() -> None:
    assert [named.name.ru for named in people(MADE, "ru")] == ["Яна Алина", "Борис Яшин"]


def test_everyone_named_has_a_role_or_an_assessment(real: Dataset) -> None:
    for named in people(real, "ru"):
        assert named.roles or named.assessments


def test_both_languages_name_the_same_people(real: Dataset) -> None:
    assert {p.name.ru for p in people(real, "ru")} == {p.name.ru for p in people(real, "en")}
