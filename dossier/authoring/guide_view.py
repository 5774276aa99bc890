"""What the editors' guide shows of the model: every field, what may stand there, an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dossier.authoring.hints import hints_of
from dossier.dataset import Dataset
from dossier.language.words import Words
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
    places_of: dict[type[BaseModel], list[str]] = {}
    shapes: dict[type[BaseModel], Shape] = {}

    def gather(inner: type[BaseModel], shape: Shape, place: str) -> None:
        places_of.setdefault(inner, []).append(place)
        if inner in shapes:
            return
        shapes[inner] = shape
        for name, below in shape.in_order():
            for group in groups_in(below):
                gather(group, below.inner, f"{place}.{name}".lstrip("."))

    gather(model, shape_of(model), "")
    words = Words(language)
    return [
        Part(
            inner.__name__,
            tuple(place for place in places if place),
            tuple(_rows(inner, shapes[inner], dataset, words)),
        )
        for inner, places in places_of.items()
    ]


def groups_in(shape: Shape) -> list[type[BaseModel]]:
    """The models that may stand there, but for texts, which everybody knows."""
    return [model for model in shape.inner.models if model is not Text]


def _rows(
    model: type[BaseModel], shape: Shape, dataset: Dataset, words: Words
) -> Iterator[FieldRow]:
    for name, below in shape.in_order():
        axis = next((mark.axis for mark in below.inner.marks if isinstance(mark, Term)), "")
        closed = axis and dataset.records["vocabulary"][axis].closed == "true"
        kind = tuple(_kind(below, words))
        hints = hints_of(below, dataset, words) if not axis else []
        yield FieldRow(
            name,
            below.is_required,
            _default(below),
            below.about.in_language(words.language),
            (*kind, *hints) if (kind or hints or axis) else (words("guide.any_text"),),
            axis,
            dataset.terms(axis) if closed else {},
        )


def _default(shape: Shape) -> str:
    value = shape.info.default if shape.info and not shape.is_required else None
    if value is None or value == ():
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(shape: Shape, words: Words) -> Iterator[str]:
    """Whether a field holds a list, groups, texts in two languages, a number or a flag."""
    if shape.is_list:
        least = shape.least
        yield words("guide.list_least", least=least) if least > 1 else words("guide.list")
    for group in groups_in(shape):
        yield words("guide.inside", type=group.__name__)
    if Text in shape.inner.models:
        yield words("guide.text")
    elif bool in shape.inner.plain:
        yield words("guide.flag")
    elif int in shape.inner.plain:
        yield words("guide.number")


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
