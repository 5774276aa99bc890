"""Finds marked values in records: every reference, every date, every text, with its path."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

Found = tuple[Path, Any, Mark]
Visit = Callable[[Any, Path], Iterator[Found]]


def marked(record: BaseModel) -> Iterator[Found]:
    """Every value of the record that carries a mark: its path, the value, the mark."""
    yield from _visits(type(record))(record, ())


@functools.cache
def _visits(model: type[BaseModel]) -> Visit:
    """How to walk one model; built once a model, since every record of a type is alike."""
    fields: list[tuple[str, Visit]] = []
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        marks = [mark for mark in info.metadata if isinstance(mark, Mark)]
        visit = _visit(Annotated[annotation, *marks] if marks else annotation)
        if visit is not None:
            fields.append((name, visit))

    def walk(value: Any, path: Path) -> Iterator[Found]:
        for name, visit in fields:
            child = getattr(value, name)
            if child is not None:
                yield from visit(child, (*path, name))

    return walk


def _visit(annotation: Any) -> Visit | None:
    """How to walk a value of this type, or None where nothing in it can carry a mark."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        marks = [mark for mark in metadata if isinstance(mark, Mark)]
        deeper = _visit(inner)
        if not marks:
            return deeper
        return _marking(marks, deeper)
    if origin in (Union, types.UnionType):
        options = [_visit(arg) for arg in get_args(annotation) if arg is not type(None)]
        models = [arg for arg in get_args(annotation) if _is_model(arg)]
        if models:
            return lambda value, path: (
                _visits(type(value))(value, path) if isinstance(value, BaseModel) else iter(())
            )
        return next((option for option in options if option is not None), None)
    if origin in (tuple, list):
        return _each(_visit(get_args(annotation)[0]))
    if origin is dict:
        return _each_value(_visit(get_args(annotation)[1]))
    if origin is Literal:
        return None
    if _is_model(annotation):
        return _visits(annotation)
    return None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _marking(marks: list[Mark], deeper: Visit | None) -> Visit:
    def visit(value: Any, path: Path) -> Iterator[Found]:
        for mark in marks:
            yield path, value, mark
        if deeper is not None:
            yield from deeper(value, path)

    return visit


def _each(item: Visit | None) -> Visit | None:
    if item is None:
        return None

    def visit(values: Any, path: Path) -> Iterator[Found]:
        for index, value in enumerate(values):
            yield from item(value, (*path, index))

    return visit


def _each_value(item: Visit | None) -> Visit | None:
    if item is None:
        return None

    def visit(values: Any, path: Path) -> Iterator[Found]:
        for key, value in values.items():
            yield from item(value, (*path, key))

    return visit
