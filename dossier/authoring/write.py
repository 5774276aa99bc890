"""A new record as a commented file: above each field what it means and what may stand there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dossier.authoring.hints import hints_of
from dossier.authoring.skeleton import Tree
from dossier.dataset import Dataset
from dossier.formatting import formatted, scalars
from dossier.language.words import Words
from dossier.model import Citation, Record
from dossier.model.shape import Shape, shape_of

WIDTH = 96
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Given:
    """What the comments are made from."""

    dataset: Dataset
    words: Words


def commented(tree: Tree, model: type[Record], dataset: Dataset, language: str = "en") -> str:
    """The text of a new file, in the canonical layout, with what to do at its head."""
    words = Words(language)
    head = [
        f"# yaml-language-server: $schema=../../schema/{model.TYPE}.schema.json",
        *_comment(words("new.head", type=model.TYPE), 0),
    ]
    return _text(head, tree, model, Given(dataset, words))


def annotated(tree: Tree, model: type[Record], dataset: Dataset, language: str) -> str:
    """A record's text with each field explained, for the guide."""
    return _text([], tree, model, Given(dataset, Words(language)))


def explained(model: type[Record], path: tuple[str, ...], dataset: Dataset, words: Words) -> str:
    """What the field at `path` means and what may stand there; a text is explained once."""
    if path[-1] == "en":
        return ""
    *above, name = (int(step) if step.isdigit() else step for step in path if step != "ru")
    shape = shape_of(model).at(tuple(above))
    return _about(shape.models[0], str(name), shape.below(name), Given(dataset, words))


def _text(head: list[str], tree: Tree, model: type[Record], given: Given) -> str:
    lines = [*head, *_fields(tree, model, shape_of(model), given, 0, explained=set())]
    return formatted(("\n".join(lines) + "\n").encode(), model)


def _fields(
    tree: Tree,
    model: type[BaseModel],
    shape: Shape,
    given: Given,
    depth: int,
    explained: set[type[BaseModel]],
) -> Iterator[str]:
    """The fields of a mapping in the order of the model; the optional ones as comments.

    Each model is explained once: its second entry stands without comments.
    """
    first = model not in explained
    explained.add(model)
    optional = []
    for name, below in shape.in_order():
        if name not in tree:
            optional.append((name, below))
            continue
        if first and name not in ("id", "ru", "en"):
            yield from _comment(_about(model, name, below, given), depth)
        yield from _entry(name, tree[name], below, given, depth, explained)
    if first and model.__name__ != "Text" and optional:
        yield from _comment(given.words("new.optional"), depth)
        for name, below in optional:
            yield from _comment(f"{name}: {_about(model, name, below, given)}".rstrip(" "), depth)


def _entry(
    name: str,
    value: Any,
    shape: Shape,
    given: Given,
    depth: int,
    explained: set[type[BaseModel]],
) -> Iterator[str]:
    start = INDENT * depth + scalars.written(name, Shape()) + ":"
    inner = next(iter(shape.inner.models), None)
    if isinstance(value, str):
        yield f"{start} {scalars.written(value, shape)}"
    elif isinstance(value, list):
        yield start if value else f"{start} []"
        for item in value:
            if isinstance(item, str):
                yield INDENT * (depth + 1) + "- " + scalars.written(item, shape.below(0))
            elif inner is not None:
                yield INDENT * (depth + 1) + "-"
                yield from _fields(item, inner, shape.below(0), given, depth + 2, explained)
    elif inner is not None and not shape.item:
        yield start
        yield from _fields(value, inner, shape, given, depth + 1, explained)
    else:  # a table with keys of its own, such as the weights of a reading
        yield start
        for key, item in value.items():
            if inner is not None and isinstance(item, dict):
                yield f"{INDENT * (depth + 1)}{scalars.written(key, Shape())}:"
                yield from _fields(item, inner, shape.below(key), given, depth + 2, explained)
                continue
            yield f"{INDENT * (depth + 1)}{scalars.written(key, Shape())}: " + scalars.written(
                str(item), shape.below(key)
            )


def _about(model: type[BaseModel], name: str, shape: Shape, given: Given) -> str:
    """What a field means and what may stand in it, in one or two sentences."""
    about = shape.about.in_language(given.words.language)
    hints = hints_of(shape, given.dataset, given.words)
    if model is Citation and name == "source":
        hints = []  # its meaning says the same
    return " ".join(filter(None, [about, *hints]))


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
