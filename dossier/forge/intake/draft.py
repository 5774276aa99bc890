"""A new record from the answers of a form, with the sources that come in with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from dossier.authoring import ids
from dossier.authoring.skeleton import SkeletonError, Tree, put
from dossier.check.fixes import all_fixes
from dossier.dataset import Dataset, with_file
from dossier.forge.forms import Field, Form
from dossier.forge.intake import lookup
from dossier.forge.intake.acceptance import accepted
from dossier.forge.intake.answers import Answers
from dossier.forge.intake.outcome import Draft, Mended, Refused, Trouble
from dossier.forge.intake.values import is_needed, stand_ins, values_of
from dossier.formatting import formatted
from dossier.model import Element, Record, Source


@dataclass(frozen=True, slots=True)
class _New:
    """A record to be written: its values by their path, and the questions that they answer."""

    model: type[Record]
    id: str
    values: dict[str, str]
    fields: tuple[Field, ...]

    def text(self, today: datetime.date) -> str:
        """The file: what a machine can mend is mended, as by `dossier fmt --fix`."""
        tree: Tree = {"id": self.id}
        for path, value in self.values.items():
            put(tree, self.model, path, value)
        tree["added"] = today.isoformat()
        if self.model is Element:
            tree["claims"][0]["id"] = ids.slug(self.values["stage"]) or "claim"
            tree["checked"] = today.isoformat()
            tree["review"] = "draft"
        plain: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6)
        return formatted(plain.encode(), self.model, tuple(all_fixes().values()))

    @property
    def name(self) -> str:
        """Its file, below the data folder."""
        return f"{self.model.FOLDER}/{self.id}.yml"


def drafted(
    form: Form,
    model: type[Record],
    answers: Answers,
    dataset: Dataset,
    today: datetime.date,
    known_troubles: list[Trouble],
) -> Draft:
    """The draft that the answers make; raises `Refused` with everything that is wrong.

    `known_troubles` are what is known to be wrong already, so that one reply names it all.
    """
    troubles, mended = [*known_troubles], list[Mended]()
    news: list[_New] = []
    own, known = dict(answers), dataset
    for part in dict.fromkeys(field.part for field in form.fields if field.part):
        fields = tuple(field for field in form.fields if field.part == part)
        if any(field.id in answers for field in fields):
            new, wrong, better = _source(form.field(part), fields, answers, known, news)
            mended += better
            troubles += wrong
            news.append(new)
            own[part] = new.id
            if not wrong:  # the next one is another
                known = with_file(known, new.name, new.text(today))
    fields = tuple(field for field in form.fields if not field.part)
    values = values_of(fields, own, known, {new.id for new in news})
    mended, troubles = [*mended, *values.mended], [*troubles, *values.troubles]
    refused = [trouble.field for trouble in troubles]
    troubles += [half for half in _halves(form, answers) if half.field not in refused]
    id_ = answers.get("id") or _proposed(model, answers)
    troubles += _taken(id_, model, form.field("id"), dataset)
    title = answers.get("title_en") or answers.get("title") or id_
    if troubles:
        sound = _New(model, _free_stand_in(model, dataset), values.values, fields)
        raise Refused(*troubles, *_others(form, [*news, sound], troubles, dataset, today))
    files = {
        new.name: (new.text(today), new.fields)
        for new in (*news, _New(model, id_, values.values, fields))
    }
    return accepted(files, title, form, dataset, mended)


def _source(
    named: Field,
    fields: tuple[Field, ...],
    answers: Answers,
    dataset: Dataset,
    others: Iterable[_New],
) -> tuple[_New, list[Trouble], list[Mended]]:
    """The source that comes in with an event; `named` is the question that asks for its address."""
    at = replace(named, path="url", marks=lookup.ADDRESS)
    address = answers.get(named.id, "")
    is_address = lookup.names_a_page(address)
    values = values_of((*fields, *[at] * is_address), answers, dataset)
    troubles = [*values.troubles]
    if not is_address and (address or not named.required):  # that it is empty is known already
        troubles.append(Trouble("new_source_where", named))
    troubles += [
        Trouble("empty", field)
        for field in fields
        if field.id not in answers and is_needed(field, Source)
    ]
    title = values.values.get("title", "")
    id_ = ids.slug(f"{values.values.get('publisher', '')} {title}")
    new = _New(Source, _free(id_, dataset, others), values.values, (*fields, at))
    return new, troubles, list(values.mended)


def _free(id_: str, dataset: Dataset, others: Iterable[_New]) -> str:
    """An id for a source that nobody bears or has borne: a number is put to one that is taken."""
    taken = {*dataset.of(Source), *(old for kind, old in dataset.stones if kind == Source.TYPE)}
    taken |= {other.id for other in others}
    id_ = id_ or Source.TYPE
    candidates = (id_, *(f"{id_}-{n}" for n in range(2, 10_000)))
    return next(candidate for candidate in candidates if candidate not in taken)


def _taken(id_: str, model: type[Record], field: Field, dataset: Dataset) -> list[Trouble]:
    try:
        ids.assure_free(id_, model, dataset)
    except SkeletonError as unfit:
        return [Trouble("id", field, {"said": str(unfit)})]
    return []


def _others(
    form: Form,
    news: Iterable[_New],
    troubles: Iterable[Trouble],
    dataset: Dataset,
    today: datetime.date,
) -> list[Trouble]:
    """What the rules would refuse beside what is known to be wrong.

    For the answers that are wrong or missing those of sound records stand in; what is said of
    them is left out.
    """
    wrong = {trouble.field.id for trouble in troubles if trouble.field}
    files = {}
    for new in news:
        values = stand_ins(new.fields, new.model, new.values, dataset)
        if values is None:
            return []
        files[new.name] = (replace(new, values=values).text(today), new.fields)
    try:
        accepted(files, "", form, dataset)
    except Refused as refused:
        return [
            trouble
            for trouble in refused.troubles
            if trouble.field and trouble.field.id not in wrong
        ]
    return []


def _free_stand_in(model: type[Record], dataset: Dataset) -> str:
    return next(
        id_ for n in range(1, 10_000) if (id_ := f"stand-in-{n}") not in dataset.records[model.TYPE]
    )


def _halves(form: Form, answers: Answers) -> list[Trouble]:
    """A second citation is given whole or not at all: its source and what that shows."""
    parts = [field for field in form.fields if field.path.startswith("claims.0.cites.1.")]
    if not any(field.id in answers for field in parts):
        return []
    needed = [field for field in parts if field.id not in answers and "locator" not in field.id]
    return [Trouble("half", field) for field in needed]


def _proposed(model: type[Record], answers: Any) -> str:
    words = answers.get("title_en", "") if model is Element else (
        f"{answers.get('publisher', '')} {answers.get('title', '')}")  # fmt: skip
    return ids.slug(words) or model.TYPE
