"""What the model says of every place in a record: its fields in order, its marks, its scalars.

`walk.py` visits the values of a record that is valid; the shape answers for any file, also for
one that breaks the schema, since layout and fixes come before validity.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

# A record's history is its foot, as the change note is on GOV.UK, though the base class has it.
LAST = ("added", "history")
# What stands in a new file where a value is to be filled in; the rule `placeholder` reports it.
PLACEHOLDER = "TODO"


@dataclass(slots=True)
class Shape:
    """What may stand at one place; a place that the model does not know has an empty shape."""

    marks: tuple[Mark, ...] = ()
    fields: dict[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    bare: bool = False  # true, false and whole numbers stand without quotes

    def below(self, step: str | int) -> Shape:
        """The shape of a field, or of an item of a list or table."""
        if isinstance(step, str) and step in self.fields:
            return self.fields[step]
        return self.item or NOTHING

    def at(self, path: Path) -> Shape:
        """The shape at the end of a path."""
        shape = self
        for step in path:
            shape = shape.below(step)
        return shape

    def order(self, key: str) -> int:
        """The place of a field among its siblings; fields without one come last."""
        place = list(self.fields).index(key) if key in self.fields else len(self.fields)
        return len(self.fields) + 1 + LAST.index(key) if key in LAST else place


NOTHING = Shape()


@functools.cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model."""
    fields: dict[str, Shape] = {}
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        fields[name] = _shape(
            Annotated[annotation, *info.metadata] if info.metadata else annotation
        )
    return Shape(fields=fields)


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        found = _shape(inner)
        marks = (*(mark for mark in metadata if isinstance(mark, Mark)), *found.marks)
        return Shape(marks, found.fields, found.item, found.bare)
    if origin in (Union, types.UnionType):
        return _merged([_shape(option) for option in get_args(annotation)])
    if origin in (tuple, list):
        return Shape(item=_shape(get_args(annotation)[0]))
    if origin is dict:
        return Shape(item=_shape(get_args(annotation)[1]))
    if origin is Literal:
        return Shape()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    return Shape(bare=annotation in (bool, int))


def _merged(options: list[Shape]) -> Shape:
    """One shape for a value that may be of several sorts, such as a text or a judgement."""
    marks = tuple(mark for option in options for mark in option.marks)
    fields = {name: shape for option in options for name, shape in option.fields.items()}
    item = next((option.item for option in options if option.item), None)
    return Shape(marks, fields, item, any(option.bare for option in options))


def marks_along(shape: Shape, path: Path) -> Iterator[Mark]:
    """The marks of a value and of the text that it is a language of."""
    yield from shape.at(path).marks
    if path and path[-1] in ("ru", "en"):
        yield from shape.at(path[:-1]).marks
