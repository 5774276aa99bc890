"""A new record from the answers of a form, in the canonical layout."""

from __future__ import annotations

import datetime
from typing import Any

import yaml

from dossier.authoring import ids
from dossier.authoring.skeleton import SkeletonError, Tree, put
from dossier.check.fixes import all_fixes
from dossier.dataset import Dataset
from dossier.forge.forms import Field, Form
from dossier.forge.forms.build import options
from dossier.forge.intake import lookup
from dossier.forge.intake.acceptance import accepted
from dossier.forge.intake.answers import Answers
from dossier.forge.intake.outcome import Draft, Refused, Trouble
from dossier.formatting import formatted
from dossier.model import Element, Record
from dossier.model.annotations import Edtf, Ref, Url


def drafted(
    form: Form,
    model: type[Record],
    answers: Answers,
    dataset: Dataset,
    today: datetime.date,
    found: list[Trouble],
) -> Draft:
    """The draft that the answers make; raises `Refused` with everything that is wrong.

    `found` is what is known to be wrong already, so that one reply names it all.
    """
    values, troubles = _resolved(form, answers, dataset)
    troubles = [*found, *troubles]
    refused = [trouble.field for trouble in found]
    troubles += [half for half in _halves(form, answers) if half.field not in refused]
    id_ = answers.get("id") or _proposed(model, answers)
    try:
        ids.assure_free(id_, model, dataset)
    except SkeletonError as unfit:
        troubles.append(Trouble("id", form.field("id"), {"said": str(unfit)}))
    if troubles:
        raise Refused(*troubles)
    text = _written(_tree(model, id_, values, today), model)
    title = answers.get("title_en") or answers.get("title") or id_
    return accepted(text, f"{model.FOLDER}/{id_}.yml", title, form, dataset)


def _resolved(
    form: Form, answers: Answers, dataset: Dataset
) -> tuple[dict[str, str], list[Trouble]]:
    """The values by their path in the record."""
    values: dict[str, str] = {}
    troubles: list[Trouble] = []
    for field in form.fields:
        if field.id not in answers or field.id == "id":
            continue
        try:
            values[field.path] = _value(answers[field.id], field, dataset)
        except Refused as refused:
            troubles += refused.troubles
    return values, troubles


def _value(answer: str, field: Field, dataset: Dataset) -> str:
    for fixer in all_fixes().values():  # a tracking mark, a date as people write it
        answer = fixer(answer, field.marks, tuple(field.path.split(".")))
    if field.is_a(Edtf):
        lookup.assure_date(answer, field)
    if field.is_a(Url):
        lookup.assure_address(answer, field)
        if field.path == "url":
            lookup.assure_new_page(answer, field, dataset)
    if any(isinstance(mark, Ref) and mark.to == "source" for mark in field.marks):
        return lookup.source(answer, field, dataset)
    if field.axis and not options(field, dataset):
        return lookup.terms(answer, field, dataset)
    return answer


def _halves(form: Form, answers: Answers) -> list[Trouble]:
    """A second citation is given whole or not at all: its source and what that shows."""
    parts = [field for field in form.fields if field.path.startswith("claims.0.cites.1.")]
    if not any(field.id in answers for field in parts):
        return []
    needed = [field for field in parts if field.id not in answers and "locator" not in field.id]
    return [Trouble("half", field) for field in needed]


def _proposed(model: type[Record], answers: Answers) -> str:
    words = answers.get("title_en", "") if model is Element else (
        f"{answers.get('publisher', '')} {answers.get('title', '')}")  # fmt: skip
    return ids.slug(words) or model.TYPE


def _tree(model: type[Record], id_: str, values: dict[str, str], today: datetime.date) -> Tree:
    tree: Tree = {"id": id_}
    for path, value in values.items():
        put(tree, model, path, value)
    tree["added"] = today.isoformat()
    if model is Element:
        tree["claims"][0]["id"] = ids.slug(values["stage"]) or "claim"
        tree["checked"] = today.isoformat()
        tree["review"] = "draft"
    return tree


def _written(tree: dict[str, Any], model: type[Record]) -> str:
    """The file's text: what a machine can mend is mended, as by `dossier fmt --fix`."""
    plain = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6)
    return formatted(plain.encode(), model, tuple(all_fixes().values()))
