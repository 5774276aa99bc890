"""Columns made from fields of the model: type, meaning and content follow from its annotations.

A text becomes a column in each language, a term its id and its label in each language, a date
its EDTF string with the first and last day that it may mean.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.language.words import LANGUAGES
from dossier.messages import Message, _
from dossier.model import Record, Text
from dossier.model.annotations import ClaimRef, Edtf, Ref, Term
from dossier.model.shape import Shape, shape_of
from dossier.rendering import addresses
from dossier.rendering.tables.definition import Cell, Column, Type, bilingual, joined

# The table that holds the records of a type.
TABLE_OF = {
    "element": "elements",
    "source": "sources",
    "risk": "risks",
    "scenario": "scenarios",
    "assessment": "assessments",
    "obligation": "obligations",
    "dispute": "disputes",
    "question": "questions",
}


class Fields:
    """Makes columns from the fields of one model; `within` finds the model in a row's thing."""

    def __init__(
        self, model: type[BaseModel], dataset: Dataset, within: Callable[[Any], Any] = lambda x: x
    ) -> None:
        self._shapes = shape_of(model).fields
        self._dataset = dataset
        self._within = within

    def __call__(self, *names: str) -> list[Column]:
        """The columns of some fields, in this order."""
        return [column for name in names for column in self._of(name)]

    def _of(self, name: str) -> list[Column]:
        shape, field = self._shapes[name], attrgetter(name)

        def read(thing: Any) -> Any:
            return field(self._within(thing))

        about, inner = shape.about, shape.inner
        term = next((mark for mark in inner.marks if isinstance(mark, Term)), None)
        if term is not None:
            return self._term(name, term.axis, about, read, shape)
        if Text in inner.models:
            return bilingual(name, about, lambda thing, language: _text(read(thing), language),
                             many=shape.is_list)  # fmt: skip
        if any(isinstance(mark, Edtf) for mark in inner.marks):
            return _date(name, about, read, shape)
        return [_plain(name, about, read, shape)]

    def _term(
        self, name: str, axis: str, about: Message, read: Callable[[Any], Any], shape: Shape
    ) -> list[Column]:
        terms = self._dataset.terms(axis)

        def label(thing: Any, language: str) -> Cell:
            ids = read(thing) if shape.is_list else filter(None, [read(thing)])
            return joined(terms[id_].label.in_language(language) for id_ in ids if id_ in terms)

        ids = _plain(name, about, read, shape)
        return [ids, *bilingual(name, about, label, many=shape.is_list)]


def _plain(name: str, about: Message, read: Callable[[Any], Any], shape: Shape) -> Column:
    kinds: dict[type, Type] = {bool: "boolean", int: "integer"}
    kind: Type = next((kinds[plain] for plain in shape.plain if plain in kinds), "string")
    target = next((mark.to for mark in shape.inner.marks if isinstance(mark, Ref)), "")
    if any(isinstance(mark, ClaimRef) for mark in shape.inner.marks):
        target = ""
    column = Column(name, kind, about, read, shape.is_required, refers=TABLE_OF.get(target, ""))
    if shape.is_list:
        return replace(
            column, type="string", many=True, required=False, read=lambda thing: joined(read(thing))
        )
    return column


def _date(name: str, about: Message, read: Callable[[Any], Any], shape: Shape) -> list[Column]:
    marks = [mark for mark in shape.marks if isinstance(mark, Edtf)]
    if any(mark.day for mark in marks):
        return [Column(name, "date", about, read, shape.is_required)]
    first = _("The first day that `{field}` may mean; empty where it has no beginning.", field=name)
    last = _("The last day that `{field}` may mean; empty where it has no end.", field=name)
    return [
        Column(name, "string", about, read, shape.is_required),
        Column(f"{name}_first", "date", first, lambda thing: bound(read(thing), first=True)),
        Column(f"{name}_last", "date", last, lambda thing: bound(read(thing), first=False)),
    ]


def bound(text: str | None, *, first: bool) -> str | None:
    """The first or the last day of an EDTF date; nothing where that side is open."""
    if text is None:
        return None
    moment = edtf.parse(text)
    day = moment.lo if first else moment.hi
    return None if day in (datetime.date.min, datetime.date.max) else day.isoformat()


def _text(value: Any, language: str) -> Cell:
    if isinstance(value, tuple):
        return joined(item.in_language(language) for item in value)
    return value.in_language(language) if value is not None else None


def page_columns(record: Callable[[Any], Record] = lambda x: x) -> list[Column]:
    """Where the thing stands on the site, from its root: a column in each language."""
    about = _("The page that shows it, from the root of the site.")
    return bilingual(
        "page",
        about,
        lambda thing, language: addresses.folder_of(language) + addresses.address_of(record(thing)),
    )


def labelled(
    name: str, about: Message, read: Callable[[Any], str], label: Callable[[str, str], str]
) -> list[Column]:
    """A value that is computed, with its word in each language: `label(value, language)`."""
    return [
        Column(name, "string", about, read),
        *bilingual(name, about, lambda thing, language: label(read(thing), language)),
    ]


__all__ = ["LANGUAGES", "TABLE_OF", "Fields", "bound", "labelled", "page_columns"]
