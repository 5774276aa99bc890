"""Who is who: people in public roles, with the records that name them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.language.typography import fold
from dossier.model import Assessment, Element, Text


@dataclass(slots=True)
class Named:
    """A person with the roles and records under which the dossier names them."""

    name: Text
    roles: list[Text]
    elements: list[Element]
    assessments: list[Assessment]


def people(dataset: Dataset, language: str) -> list[Named]:
    """Everyone named in elements or as the author of an assessment, by name in one language."""
    by_name: dict[str, Named] = {}
    for element in dataset.elements.values():
        for person in element.people:
            named = _named(by_name, person.name)
            if person.role not in named.roles:
                named.roles.append(person.role)
            named.elements.append(element)
    for assessment in dataset.assessments.values():
        if assessment.by is not None and assessment.author == "person":
            named = _named(by_name, assessment.by)
            if assessment.role is not None and assessment.role not in named.roles:
                named.roles.append(assessment.role)
            named.assessments.append(assessment)
    return sorted(by_name.values(), key=lambda named: _surname_first(named.name, language))


def _named(by_name: dict[str, Named], name: Text) -> Named:
    return by_name.setdefault(fold(name.ru), Named(name, [], [], []))


def _surname_first(name: Text, language: str) -> tuple[str, str]:
    words = fold(name.in_language(language)).split()
    return (words[-1] if words else "", " ".join(words))
