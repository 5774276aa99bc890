"""Finds marked values in records: every reference, every date, every text, with its path."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from dossier.model.annotations import Mark
from dossier.model.shape import Shape, shape_of
from dossier.parsing.nodes import Path

MarkedValue = tuple[Path, Any, Mark]
Visit = Callable[[Any, Path], Iterator[MarkedValue]]


def marked(record: BaseModel) -> Iterator[MarkedValue]:
    """Every value of the record that carries a mark: its path, the value, the mark."""
    yield from _visits(type(record))(record, ())


@functools.cache
def _visits(model: type[BaseModel]) -> Visit:
    """How to walk one model; built once a model, since every record of a type is alike."""
    visits = ((name, _visit(shape)) for name, shape in shape_of(model).fields.items())
    fields = [(name, visit) for name, visit in visits if visit is not None]

    def walk(value: Any, path: Path) -> Iterator[MarkedValue]:
        for name, visit in fields:
            child = getattr(value, name)
            if child is not None:
                yield from visit(child, (*path, name))

    return walk


def _visit(shape: Shape) -> Visit | None:
    """How to walk a value of this shape, or None where nothing in it can carry a mark."""
    deeper: Visit | None = None
    if shape.models:
        deeper = _model
    elif shape.item is not None and (item := _visit(shape.item)) is not None:
        deeper = _each(item) if shape.is_list else _each_value(item)
    return _marking(shape.marks, deeper) if shape.marks else deeper


def _model(value: Any, path: Path) -> Iterator[MarkedValue]:
    """The fields of a model, whichever of several it is; a scalar beside it carries no mark."""
    if isinstance(value, BaseModel):
        yield from _visits(type(value))(value, path)


def _marking(marks: tuple[Mark, ...], deeper: Visit | None) -> Visit:
    def visit(value: Any, path: Path) -> Iterator[MarkedValue]:
        for mark in marks:
            yield path, value, mark
        if deeper is not None:
            yield from deeper(value, path)

    return visit


def _each(item: Visit) -> Visit:
    def visit(values: Any, path: Path) -> Iterator[MarkedValue]:
        for index, value in enumerate(values):
            yield from item(value, (*path, index))

    return visit


def _each_value(item: Visit) -> Visit:
    def visit(values: Any, path: Path) -> Iterator[MarkedValue]:
        for key, value in values.items():
            yield from item(value, (*path, key))

    return visit
