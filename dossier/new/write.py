"""A new record as a commented file: above each field what it means and what may stand there."""

from __future__ import annotations

import textwrap
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossier.dataset import Dataset
from dossier.fmt import formatted, scalars
from dossier.fmt.shape import Shape, shape_of
from dossier.model import Record
from dossier.model.annotations import ClaimRef, Edtf, Locator, Mark, Prose, Ref, Term
from dossier.new.skeleton import Tree

WIDTH = 96
MOST_TERMS = 24
INDENT = "  "


def commented(tree: Tree, model: type[Record], dataset: Dataset) -> str:
    """The text of the file, in the canonical layout."""
    lines = [
        f"# A new record of the type {model.TYPE}. Replace every TODO, delete the comments that",
        "# you do not need, then run `dossier check` and `dossier fmt`.",
        *_fields(tree, model, shape_of(model), dataset, 0, explained=set()),
    ]
    return formatted(("\n".join(lines) + "\n").encode(), model)


def _fields(
    tree: Tree,
    model: type[BaseModel],
    shape: Shape,
    dataset: Dataset,
    depth: int,
    explained: set[type[BaseModel]],
) -> Iterator[str]:
    """The fields of a mapping in the order of the model; the optional ones as comments.

    Each model is explained once: its second entry stands without comments.
    """
    first = model not in explained
    explained.add(model)
    optional = []
    for name, info in sorted(model.model_fields.items(), key=lambda item: shape.order(item[0])):
        below = shape.below(name)
        if name not in tree:
            optional.append((name, info, below))
            continue
        if first and name not in ("id", "ru", "en"):
            yield from _comment(_about(info, below, dataset), depth)
        yield from _entry(name, tree[name], info.annotation, below, dataset, depth, explained)
    if first and model.__name__ != "Text" and optional:
        yield from _comment("Optional:", depth)
        for name, info, below in optional:
            yield from _comment(f"{name}: {_about(info, below, dataset)}".rstrip(" "), depth)


def _entry(
    name: str,
    value: Any,
    annotation: Any,
    shape: Shape,
    dataset: Dataset,
    depth: int,
    explained: set[type[BaseModel]],
) -> Iterator[str]:
    start = INDENT * depth + scalars.written(name, Shape()) + ":"
    inner = model_in(annotation)
    if isinstance(value, str):
        yield f"{start} {scalars.written(value, shape)}"
    elif isinstance(value, list):
        yield start if value else f"{start} []"
        for item in value:
            if isinstance(item, str):
                yield INDENT * (depth + 1) + "- " + scalars.written(item, shape.below(0))
            elif inner is not None:
                yield INDENT * (depth + 1) + "-"
                yield from _fields(item, inner, shape.below(0), dataset, depth + 2, explained)
    elif inner is not None and not shape.item:
        yield start
        yield from _fields(value, inner, shape, dataset, depth + 1, explained)
    else:  # a table with keys of its own, such as the weights of a reading
        yield start
        for key, item in value.items():
            yield f"{INDENT * (depth + 1)}{scalars.written(key, Shape())}: " + scalars.written(
                str(item), shape.below(key)
            )


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation holds, in a list or by itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    options = (model_in(option) for option in get_args(annotation))
    return next((option for option in options if option is not None), None)


def _about(info: FieldInfo, shape: Shape, dataset: Dataset) -> str:
    """What a field means and what may stand in it, in one or two sentences."""
    marks = shape.marks or (shape.item.marks if shape.item else ())
    parts = [info.description or ""]
    parts += [hint for mark in marks if (hint := hint_of(mark, dataset))]
    if len(parts) > 1 and parts[0].startswith("The id of a record"):
        del parts[1]
    if len(values := literals(info.annotation)) > 1:
        parts.append(f"One of: {', '.join(values)}.")
    return " ".join(filter(None, parts))


def hint_of(mark: Mark, dataset: Dataset) -> str:
    """What a mark asks of a value, for an editor."""
    if isinstance(mark, Term):
        terms = list(dataset.terms(mark.axis))
        shown = ", ".join(terms[:MOST_TERMS])
        rest = len(terms) - MOST_TERMS
        more = f" and {rest} more in data/vocabulary/{mark.axis}.yml" if rest > 0 else ""
        return f"One of: {shown}{more}."
    if isinstance(mark, Ref):
        return f"The id of a record in data/{_folder(mark.to)}/."
    if isinstance(mark, ClaimRef):
        return "A claim as element-id#claim-id."
    if isinstance(mark, Edtf):
        return "Such as '2018-09-13', '2018-09', '2018~' (EDTF)."
    if isinstance(mark, Locator):
        return f"{', '.join(dataset.terms('locators'))}; with a number where there is one."
    if isinstance(mark, Prose):
        return f"At most {mark.limit} characters."
    return ""


def _folder(kind: str) -> str:
    from dossier.model import RECORD_TYPES

    return next(model.FOLDER for model in RECORD_TYPES if kind == model.TYPE)


def literals(annotation: Any) -> list[str]:
    """The values of a `Literal`, where the annotation has one."""
    origin = get_origin(annotation)
    if origin is Literal:
        return [str(value) for value in get_args(annotation)]
    if origin in (Annotated, Union, types.UnionType):
        return next((found for arg in get_args(annotation) if (found := literals(arg))), [])
    return []


def _comment(text: str, depth: int) -> list[str]:
    start = INDENT * depth + "# "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )
