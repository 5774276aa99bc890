"""What the model says of every place in a record: the one reading of pydantic's annotations.

The shape answers for any file, also for one that breaks the schema, since layout and fixes come
before validity. Whatever else asks of a field what may stand in it asks here.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossier.messages import Message
from dossier.model.annotations import Mark
from dossier.parsing.nodes import Path

# A record's history is its foot, as the change note is on GOV.UK, though the base class has it.
LAST = ("added", "history")
# What stands in a new file where a value is to be filled in; the rule `placeholder` reports it.
PLACEHOLDER = "TODO"


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place; a place that the model does not know has an empty shape.

    `models` are the models whose fields may stand there, `values` those of a `Literal`, `plain`
    the type of a scalar; `item` is the shape of the items of a list, or of a table with keys of
    its own; `info` is pydantic's account of a field of a model.
    """

    marks: tuple[Mark, ...] = ()
    fields: dict[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    is_list: bool = False
    models: tuple[type[BaseModel], ...] = ()
    values: tuple[str, ...] = ()
    plain: tuple[type, ...] = ()
    info: FieldInfo | None = None

    @property
    def is_bare(self) -> bool:
        """Whether the value stands without quotes: true, false and whole numbers do."""
        return bool in self.plain or int in self.plain

    @property
    def is_required(self) -> bool:
        """Whether a record must have the field."""
        return self.info is not None and self.info.is_required()

    @property
    def about(self) -> Message:
        """What the field means."""
        return Message((self.info and self.info.description) or "")

    @property
    def least(self) -> int:
        """How many items a list must have."""
        marks = self.info.metadata if self.info else ()
        return next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)

    @property
    def inner(self) -> Shape:
        """What holds a single value: the shape of an item where there are several."""
        return self.item.inner if self.item else self

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

    def in_order(self) -> list[tuple[str, Shape]]:
        """The fields as the files have them: those that all records share come last but the id."""
        return sorted(self.fields.items(), key=lambda entry: self.order(entry[0]))

    def order(self, key: str) -> int:
        """The place of a field among its siblings; fields without one come last."""
        place = list(self.fields).index(key) if key in self.fields else len(self.fields)
        return len(self.fields) + 1 + LAST.index(key) if key in LAST else place


NOTHING = Shape()


@functools.cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a model."""
    fields = {name: _of_field(info) for name, info in model.model_fields.items()}
    return Shape(fields=fields, models=(model,))


def _of_field(info: FieldInfo) -> Shape:
    annotation: Any = info.annotation
    shape = _shape(Annotated[annotation, *info.metadata] if info.metadata else annotation)
    return replace(shape, info=info)


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        shape = _shape(inner)
        marks = (mark for mark in metadata if isinstance(mark, Mark))
        return replace(shape, marks=(*marks, *shape.marks))
    if origin in (Union, types.UnionType):
        return _merged([_shape(option) for option in get_args(annotation)])
    if origin in (tuple, list):
        return Shape(item=_shape(get_args(annotation)[0]), is_list=True)
    if origin is dict:
        return Shape(item=_shape(get_args(annotation)[1]))
    if origin is Literal:
        return Shape(values=tuple(map(str, get_args(annotation))))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    return Shape(plain=(annotation,)) if annotation is not type(None) else NOTHING


def _merged(options: list[Shape]) -> Shape:
    """One shape for a value that may be of several sorts, such as a text or a judgement."""
    return Shape(
        marks=tuple(mark for option in options for mark in option.marks),
        fields={name: shape for option in options for name, shape in option.fields.items()},
        item=next((option.item for option in options if option.item), None),
        is_list=any(option.is_list for option in options),
        models=tuple(model for option in options for model in option.models),
        values=tuple(value for option in options for value in option.values),
        plain=tuple(plain for option in options for plain in option.plain),
    )


def marks_along(shape: Shape, path: Path) -> Iterator[Mark]:
    """The marks of a value and of the text that it is a language of."""
    yield from shape.at(path).marks
    if path and path[-1] in ("ru", "en"):
        yield from shape.at(path[:-1]).marks
