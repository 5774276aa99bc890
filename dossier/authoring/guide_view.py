"""What the editors' guide shows of the model: every field, what may stand there, an example."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossier.authoring.hints import hints_of
from dossier.dataset import Dataset
from dossier.language.words import Words
from dossier.messages import Message
from dossier.model import RECORD_TYPES, Record, Text, Tombstones
from dossier.model.annotations import Term
from dossier.model.shape import Shape, shape_of
from dossier.model.vocabulary import VocabularyTerm
from dossier.parsing import nodes

TYPES: tuple[type[Record], ...] = (*RECORD_TYPES, Tombstones)
KEPT = 2  # entries of a long list that an example shows


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field as the guide tells it. `terms` are the words of a controlled vocabulary."""

    name: str
    required: bool
    default: str
    about: str
    hints: tuple[str, ...]
    axis: str
    terms: Mapping[str, VocabularyTerm]


@dataclass(frozen=True, slots=True)
class Part:
    """A record, or a group of fields inside one, with where such groups stand."""

    name: str
    places: tuple[str, ...]
    rows: tuple[FieldRow, ...]


def parts_of(model: type[Record], dataset: Dataset, language: str) -> list[Part]:
    """The record's own fields first, then those of every group inside it, each once."""
    found: dict[type[BaseModel], list[str]] = {}
    shapes: dict[type[BaseModel], Shape] = {}

    def gather(inner: type[BaseModel], shape: Shape, place: str) -> None:
        found.setdefault(inner, []).append(place)
        if inner in shapes:
            return
        shapes[inner] = shape
        for name, info in fields_in_order(inner):
            for below in groups_in(info.annotation):
                gather(below, shape.below(name), f"{place}.{name}".lstrip("."))

    gather(model, shape_of(model), "")
    words = Words(language)
    return [
        Part(
            inner.__name__,
            tuple(place for place in places if place),
            tuple(_rows(inner, shapes[inner], dataset, words)),
        )
        for inner, places in found.items()
    ]


def fields_in_order(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields as the files have them: those that all records share come last but the id."""
    shape = shape_of(model)
    return sorted(model.model_fields.items(), key=lambda item: shape.order(item[0]))


def groups_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation holds, but for texts, which everybody knows."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation is not Text:
            yield annotation
        return
    for option in get_args(annotation):
        yield from groups_in(option)


def _rows(
    model: type[BaseModel], shape: Shape, dataset: Dataset, words: Words
) -> Iterator[FieldRow]:
    for name, info in fields_in_order(model):
        below = shape.below(name)
        marks = below.marks or (below.item.marks if below.item else ())
        axis = next((mark.axis for mark in marks if isinstance(mark, Term)), "")
        closed = axis and dataset.records["vocabulary"][axis].closed == "true"
        kind = tuple(_kind(info, words))
        hints = hints_of(info, below, dataset, words) if not axis else []
        yield FieldRow(
            name,
            info.is_required(),
            _default(info),
            Message(info.description or "").in_language(words.language),
            (*kind, *hints) if (kind or hints or axis) else (words("guide.any_text"),),
            axis,
            dataset.terms(axis) if closed else {},
        )


def _default(info: FieldInfo) -> str:
    value = info.default
    if info.is_required() or value is None or value == ():
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(info: FieldInfo, words: Words) -> Iterator[str]:
    """Whether a field holds a list, groups, texts in two languages, a number or a flag."""
    annotation: Any = info.annotation
    if _holds(annotation, tuple):
        least = next((mark.min_length for mark in info.metadata if isinstance(mark, MinLen)), 0)
        yield words("guide.list_least", least=least) if least > 1 else words("guide.list")
    for group in groups_in(annotation):
        yield words("guide.inside", type=group.__name__)
    if _holds(annotation, Text):
        yield words("guide.text")
    elif _holds(annotation, bool):
        yield words("guide.flag")
    elif _holds(annotation, int):
        yield words("guide.number")


def _holds(annotation: Any, wanted: type) -> bool:
    origin = get_origin(annotation)
    if annotation is wanted or origin is wanted:
        return True
    if origin in (Annotated, Union, types.UnionType, tuple):
        return any(_holds(option, wanted) for option in get_args(annotation))
    return False


def example_of(model: type[Record], dataset: Dataset) -> tuple[Record, dict[str, Any]] | None:
    """The record that shows most fields in least room, and its values, long lists cut.

    None where there is no such record yet.
    """
    records = [r for r in dataset.all_records() if isinstance(r, model)]
    if not records:
        return None
    chosen = min(records, key=lambda record: (-_worth(record), record.id))
    return chosen, _cut(nodes.plain(chosen.document.root), shape_of(model))


def _worth(record: Record) -> float:
    paths = [path for path, _ in nodes.scalars(record.document.root)]
    fields = {tuple(step for step in path if isinstance(step, str)) for path in paths}
    return len(fields) - len(paths) / 12


def _cut(value: Any, shape: Shape) -> Any:
    """The value with at most two groups in each list, and two in a table of groups."""
    if isinstance(value, dict):
        items = list(value.items())
        if not shape.fields and any(isinstance(below, dict) for below in value.values()):
            items = items[:KEPT]
        return {key: _cut(below, shape.below(key)) for key, below in items}
    if isinstance(value, list):
        groups = any(isinstance(item, dict) for item in value)
        return [_cut(item, shape.below(0)) for item in (value[:KEPT] if groups else value)]
    return value
