"""Answers as the values of a record: each looked up, mended where a machine can, or refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as of
from typing import Any

from dossier.check.fixes import all_fixes
from dossier.dataset import Dataset
from dossier.forge.forms import Field
from dossier.forge.forms.build import options
from dossier.forge.intake import lookup
from dossier.forge.intake.answers import Answers
from dossier.forge.intake.outcome import Mended, Refused, Trouble
from dossier.messages.phrases import nearest
from dossier.model import Element, Record, Source
from dossier.model.annotations import Edtf, Ref, Url
from dossier.parsing import nodes


@dataclass
class Values:
    """Values by their path in the record, what was mended, and what is wrong with the others."""

    values: dict[str, str] = of(default_factory=dict)
    mended: list[Mended] = of(default_factory=list)
    troubles: list[Trouble] = of(default_factory=list)


def values_of(
    fields: Iterable[Field], answers: Answers, dataset: Dataset, new: Iterable[str] = ()
) -> Values:
    """What the answers to some questions become; `new` are sources that come in with them."""
    values = Values()
    for field in fields:
        if field.id not in answers or field.path == "id":
            continue
        answer = answers[field.id]
        try:
            if field.lines:
                values.values |= _entries(answer, field, dataset)
            elif answer in new:
                values.values[field.path] = answer
            else:
                mended = _mended(answer, field)
                values.values[field.path] = value = _value(mended, field, dataset)
                if _is_a_source(field) and (Source.TYPE, answer) in dataset.stones:
                    mended = value
                if mended != answer:
                    values.mended.append(Mended(field, answer, mended))
        except Refused as refused:
            values.troubles += refused.troubles
    return values


def _mended(answer: str, field: Field) -> str:
    """An answer as the fixers leave it: a tracking mark, a date as people write it, quotes."""
    for fixer in all_fixes().values():
        answer = fixer(answer, field.marks, tuple(field.path.split(".")))
    return answer


def _value(answer: str, field: Field, dataset: Dataset) -> str:
    if field.is_a(Edtf):
        lookup.assure_date(answer, field)
    if field.is_a(Url):
        lookup.assure_address(answer, field)
        if field.path == "url":
            lookup.assure_new_page(answer, field, dataset)
    if _is_a_source(field):
        return lookup.source(answer, field, dataset)
    if field.axis and not options(field, dataset):
        return lookup.terms(answer, field, dataset)
    return answer


def _is_a_source(field: Field) -> bool:
    return any(isinstance(mark, Ref) and mark.to == Source.TYPE for mark in field.marks)


def _entries(answer: str, field: Field, dataset: Dataset) -> dict[str, str]:
    """The entries of a list: each line one, its parts between semicolons."""
    entries: dict[str, str] = {}
    troubles = []
    for number, line in enumerate(answer.split("\n")):
        parts = [part.strip() for part in line.split(";")]
        if len(parts) != len(field.lines) or not all(parts):
            values = {"given": line, "parts": "; ".join(field.lines)}
            troubles.append(Trouble("parts", field, values))
            continue
        for name, part in zip(field.lines, parts, strict=True):
            entries[f"{field.path}.{number}.{name}"] = part
            if name == "element" and part not in dataset.of(Element):
                near = nearest(part, dataset.of(Element))
                troubles.append(Trouble("no_record", field, {"given": part, "near": near}))
            if name == "relation" and part not in dataset.terms("relations"):
                near = nearest(part, dataset.terms("relations"))
                troubles.append(Trouble("no_term", field, {"given": part, "near": near}))
    if troubles:
        raise Refused(*troubles)
    return entries


def is_needed(field: Field, model: type[Record]) -> bool:
    """Whether a record cannot do without the answer; an id is made where none is given.

    The questions about a new source are not required of those who bring none.
    """
    name = field.path.partition(".")[0]
    is_of_source = model is Source and name != "id"
    return field.required or (is_of_source and Source.model_fields[name].is_required())


def stand_ins(
    fields: Iterable[Field], model: type[Record], values: dict[str, str], dataset: Dataset
) -> dict[str, str] | None:
    """The values, with those of some sound record where one is needed; None if there is none."""
    donor = next(iter(dataset.of(model).values()), None)
    if donor is None:
        return None
    tree, filled = nodes.plain(donor.document.root), dict(values)
    for field in fields:
        if is_needed(field, model) and field.path not in filled:
            if (value := _at(tree, field.path)) is not None:
                filled[field.path] = value
            elif model.model_fields[field.path.partition(".")[0]].is_required():
                return None
    return filled


def _at(tree: Any, path: str) -> str | None:
    for step in path.split("."):
        try:
            tree = tree[int(step)] if step.isdigit() else tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return ",".join(tree) if isinstance(tree, list) else str(tree)
