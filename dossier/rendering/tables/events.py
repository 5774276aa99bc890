"""Tables of events, an element a row, of what is stated of them, and of exercises they tell of."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.grading.grade import Grade, grade_claim
from dossier.messages import _
from dossier.model import Claim, Element
from dossier.model.element import Person
from dossier.model.progress import Exercise
from dossier.rendering.tables.columns import Fields, page_columns
from dossier.rendering.tables.definition import Column, Table, bilingual, joined
from dossier.rendering.tables.grades import grade_columns
from dossier.rendering.views.disputes import disputes_of, explained_by

Stated = tuple[Element, Claim]


class Held(NamedTuple):
    """One exercise: the element that tells of it, and its place in the element's list."""

    element: Element
    place: int
    exercise: Exercise


def elements(dataset: Dataset) -> Table:
    """Every element, by date: the cooperation and, told apart by `scope`, its context."""
    fields = Fields(Element, dataset)

    @cache
    def grade(id_: str) -> Grade:
        return grade_claim(dataset.of(Element)[id_].lead_claim, dataset)

    def people(element: Element, language: str) -> str | None:
        return joined(_person(person, dataset, language) for person in element.people)

    def acts(element: Element, language: str) -> str | None:
        return joined(
            f"{dataset.terms('stages')[act.stage].label.in_language(language)}"
            f"{f' ({act.date})' if act.date else ''}: {act.text.in_language(language)}"
            for act in element.acts
        )

    return Table(
        "elements",
        _("Acts, statements and transfers, one a row, the earliest first."),
        (
            *fields("id", "title", "scope", "comparison"),
            Column("year", "integer", _("The year that it is filed under, where one can be."),
                   _year),
            *fields("date", "date_basis", "date_note", "kind", "mode", "stage", "stage_note",
                    "obligation", "covers", "parties"),
            *bilingual("people", _("People in public roles, each with the role and the part."),
                       people, many=True),
            *bilingual("acts", _("Acts within the event, each with its stage."), acts, many=True),
            *fields("places", "themes"),
            *bilingual("statement", _("What is stated first of all: the claim that carries it."),
                       lambda element, language: element.lead_claim.text.in_language(language)),
            *grade_columns(dataset, lambda element: grade(element.id)),
            Column("sources_count", "integer", _("How many sources its claims cite."), _sources),
            Column("disputes", "string", _("The disputes that touch it."),
                   lambda element: joined(d.id for d in disputes_of([element], dataset).all),
                   many=True, refers="disputes"),
            Column("explains", "string", _("The disputes that it may explain."),
                   lambda element: joined(d.id for d, _how in explained_by(element, dataset)),
                   many=True, refers="disputes"),
            *fields("original_title", "note", "checked", "review", "added"),
            *page_columns(),
        ),
        tuple(dataset.elements.values()),
    )  # fmt: skip


def _person(person: Person, dataset: Dataset, language: str) -> str:
    part = dataset.terms("people_parts")[person.part].label if person.part else None
    name_and_role = f"{person.name.in_language(language)} — {person.role.in_language(language)}"
    return f"{name_and_role} ({part.in_language(language)})" if part else name_and_role


def claims(dataset: Dataset) -> Table:
    """Every claim of every element, those that the editors rejected among them."""
    fields = Fields(Claim, dataset, lambda pair: pair[1])
    things = [(element, claim) for element in dataset.elements.values() for claim in element.claims]
    grades = {_claim(pair): grade_claim(pair[1], dataset) for pair in things}
    return Table(
        "claims",
        _("What is stated of an event, each with the grade of its evidence."),
        (
            Column("id", "string", _("The claim, as `element#claim`."), _claim, required=True),
            Column("element", "string", _("The event of which it is stated."),
                   lambda pair: pair[0].id, required=True, refers="elements"),
            *fields("text", "rank", "rank_reason"),
            *grade_columns(dataset, lambda pair: grades[_claim(pair)]),
            Column("sources_count", "integer", _("How many sources it cites."),
                   lambda pair: len({cite.source for cite in pair[1].cites})),
        ),
        tuple(things),
    )  # fmt: skip


def exercises(dataset: Dataset) -> Table:
    """Every exercise once, by date: what the picture of exercises shows."""
    fields = Fields(Exercise, dataset, lambda held: held.exercise)
    of_element = Fields(Element, dataset, lambda held: held.element)
    held = [
        Held(element, place, exercise)
        for element in dataset.elements.values()
        for place, exercise in enumerate(element.exercises)
    ]
    return Table(
        "exercises",
        _("Exercises, each once, with the event that tells of it; one event may tell of several."),
        (
            Column("id", "string", _("Where the exercise stands, as a path in the data."),
                   lambda held: f"element/{held.element.id}/exercises/{held.place}",
                   required=True),
            Column("element", "string", _("The event that tells of it."),
                   lambda held: held.element.id, required=True, refers="elements"),
            *fields("name"),
            Column("year", "integer", _("The year that it is filed under, where one can be."),
                   lambda held: _year(held.exercise)),
            *fields("date", "format", "part"),
            *of_element("scope"),
            *page_columns(lambda held: held.element),
        ),
        tuple(sorted(held, key=lambda held: edtf.parse(held.exercise.date).sort_key)),
    )  # fmt: skip


def _claim(pair: Stated) -> str:
    return f"{pair[0].id}#{pair[1].id}"


def _year(dated: Element | Exercise) -> int | None:
    moment = edtf.parse(dated.date)
    return moment.year if moment.knows_year else None


def _sources(element: Element) -> int:
    return len({cite.source for claim in element.claims for cite in claim.cites})
