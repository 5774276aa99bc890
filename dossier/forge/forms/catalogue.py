"""The forms as `catalogue.yml` describes them, and where their answers go in a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dossier.model import BY_TYPE, Record
from dossier.model.annotations import Edtf, Mark, Prose, Term, Url
from dossier.model.shape import Shape, shape_of

Both = dict[str, str]  # a text under `ru` and `en`


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; `path` is the field of the record that the answer becomes.

    `part` is the question that names another new record, whose field it is then: a source that
    comes in with an event. `lines` are the fields of one entry, where each line of the answer is
    an entry of a list, its parts between semicolons. `values` are the only ones that the model
    takes, where it names them itself.
    """

    id: str
    label: Both
    path: str
    hint: Both
    required: bool
    long: bool
    limit: int
    marks: tuple[Mark, ...]
    several: bool
    part: str = ""
    lines: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The question in both languages: also the heading of the answer in an issue's text."""
        return f"{self.label['ru']} · {self.label['en']}"

    @property
    def axis(self) -> str | None:
        """The vocabulary that the answer is a term of."""
        return next((mark.axis for mark in self.marks if isinstance(mark, Term)), None)

    def is_a(self, kind: type[Mark]) -> bool:
        """Whether the model marks the answer with a mark of this kind."""
        return any(isinstance(mark, kind) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Form:
    """One issue form; `model` is the type of record that it makes, if it makes one."""

    file: str
    label: str
    name: Both
    about: Both
    intro: Both
    model: type[Record] | None
    fields: tuple[Field, ...]

    def field(self, id_: str) -> Field:
        """The question of this id."""
        return next(field for field in self.fields if field.id == id_)


@cache
def catalogue() -> tuple[Form, ...]:
    """All forms, in the order in which they are offered."""
    text = resources.files("dossier.forge.forms").joinpath("catalogue.yml").read_text("utf-8")
    entries = yaml.safe_load(text)
    asked = {entry["file"]: entry["fields"] for entry in entries}
    return tuple(_form(entry, asked) for entry in entries)


def _form(entry: dict[str, Any], asked: dict[str, list[dict[str, Any]]]) -> Form:
    model = BY_TYPE.get(entry.get("record", ""))
    shape = shape_of(model) if model else Shape()
    return Form(
        entry["file"],
        entry["label"],
        entry["name"],
        entry["about"],
        entry["intro"],
        model,
        tuple(
            field
            for given in entry["fields"]
            for field in (
                _part(given, asked[given["part"]]) if "part" in given else [_field(given, shape)]
            )
        ),
    )


def _part(given: dict[str, Any], asked: list[dict[str, Any]]) -> list[Field]:
    """The questions of another form within this one; what this one asks already is left out."""
    shape, name = shape_of(BY_TYPE[given["part"]]), given["of"]
    fields = (_field(field, shape) for field in asked if field["id"] not in given["without"])
    return [
        replace(
            field,
            id=f"{name}_{field.id}",
            label={lang: f"{given[lang]}: {label}" for lang, label in field.label.items()},
            required=False,
            part=name,
        )
        for field in fields
    ]


def _field(entry: dict[str, Any], root: Shape) -> Field:
    path = entry.get("path", "")
    steps = [int(step) if step.isdigit() else step for step in path.split(".") if step]
    place, above = root.at(tuple(steps)), root.at(tuple(steps[:-1]))
    several = place.item is not None
    marks = place.item.marks if place.item else place.marks
    if "axis" in entry:  # the words for the values of a `Literal`
        marks = (*marks, Term(entry["axis"]))
    if steps and steps[-1] in ("ru", "en"):
        marks = (*marks, *above.marks)
    limit = next((mark.limit for mark in marks if isinstance(mark, Prose)), None)
    return Field(
        entry["id"],
        {"ru": entry["ru"], "en": entry["en"]},
        path,
        entry.get("hint") or _hint(marks),
        not entry.get("optional"),
        bool(entry.get("long")),
        entry.get("limit") or limit or 900,
        marks,
        several,
        lines=tuple(filter(None, entry.get("lines", "").split("; "))),
        values=place.values,
    )


def _hint(marks: tuple[Mark, ...]) -> Both:
    for mark in marks:
        if isinstance(mark, Edtf):
            example = "2018-09-13, 2018-09, 2018, 2018~"
            return {"ru": f"Например: {example}.", "en": f"Such as {example}."}
        if isinstance(mark, Prose):
            return {
                "ru": f"Не больше {mark.limit} знаков.",
                "en": f"At most {mark.limit} characters.",
            }
        if isinstance(mark, Url):
            return {
                "ru": "Полностью, с https:// в начале.",
                "en": "In full, with https:// at its beginning.",
            }
    return {}
