"""Pydantic's errors in an editor's words, each at its place in the file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dossier.model import Record
from dossier.parsing import nodes
from dossier.parsing.documents import Document, Problem
from dossier.parsing.nodes import Path

R = TypeVar("R", bound=Record)

KEY = "[key]"  # pydantic's step for the key of an entry, below that entry's own


def validate(model: type[R], document: Document) -> tuple[R | None, list[Problem]]:
    """The document as a record, or every way in which it fails to be one."""
    try:
        record = model.model_validate(nodes.plain(document.root))
    except ValidationError as error:
        return None, list(_problems(error, model, document))
    record._document = document
    return record, []


def _problems(error: ValidationError, model: type[Record], doc: Document) -> Iterator[Problem]:
    details: dict[Path, dict[str, ErrorDetails]] = {}
    for detail in error.errors():
        path = _existing(doc.root, detail["loc"])
        details.setdefault(path, {}).setdefault(detail["type"], detail)
    for path, kinds in details.items():
        if "too_short" in kinds and any(_is_below(path, other) for other in details):
            continue  # it has too few items only because one of them is wrong
        if "literal_error" in kinds:
            kinds.pop("model_type", None)  # a word, or fields: one mistake, not two
        for detail in kinds.values():
            yield _problem(detail, path, model, doc)


def _is_below(path: Path, other: Path) -> bool:
    return len(other) > len(path) and other[: len(path)] == path


def _existing(root: nodes.Node, location: tuple[str | int, ...]) -> Path:
    """Pydantic's location without the names of union members, which are not in the file."""
    path: list[str | int] = []
    node: nodes.Node | None = root
    for step in location:
        if isinstance(node, nodes.Mapping) and isinstance(step, str):
            if step in node.values:
                node = node.values[step]
            elif step is not location[-1]:
                continue
            else:
                node = None
        elif isinstance(node, nodes.Sequence) and isinstance(step, int):
            node = node.items[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _problem(detail: ErrorDetails, path: Path, model: type[Record], doc: Document) -> Problem:
    kind = detail["type"]
    name = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        known = list(_fields_at(model, path[:-1]))
        return Problem(
            "schema-unknown-field",
            doc.path,
            nodes.locate_key(doc.root, path),
            f"there is no field `{name}` here",
            near(name, known) or f"the fields here are {listed(known)}",
        )
    if kind == "missing":
        field = _fields_at(model, path[:-1]).get(name)
        about = f"add `{name}:` — {field}" if field else f"add `{name}:`"
        return Problem(
            "schema-missing-field",
            doc.path,
            nodes.locate(doc.root, path[:-1]),
            f"the field `{name}` is missing",
            about,
        )
    fields = list(_fields_at(model, path))
    message, remedy = _explain(detail, path, fields)
    return Problem("schema-value", doc.path, nodes.locate(doc.root, path), message, remedy)


def _explain(detail: ErrorDetails, path: Path, fields: list[str]) -> tuple[str, str]:
    """What is wrong with a value, and what to write; `fields` are those it may have below it."""
    kind, context, given = detail["type"], detail.get("ctx") or {}, detail["input"]
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    what = f"`{name}`" if path and path[-1] == name else f"an item of `{name}`"
    below = f"write {listed(fields, most=3)} below it, indented by two spaces, each with a colon"
    if kind == "literal_error":
        allowed = [
            word.strip().strip("'")
            for word in context["expected"].replace(" or ", ", ").split(", ")
        ]
        proposal = near(str(given), allowed) or f"write {choice(allowed)}"
        return f"`{given}` is not a value of {what}", proposal + (f", or {below}" * bool(fields))
    if kind in ("model_type", "model_attributes_type"):
        return f"{what} must have fields of its own, and holds {_sort(given)}", below
    if kind in ("tuple_type", "list_type"):
        return (
            f"{what} must be a list, and holds {_sort(given)}",
            "write each item on a line of its own after `- `",
        )
    if kind == "dict_type":
        return f"{what} must have fields of its own", "write them below it, indented"
    if kind == "string_type":
        return (
            f"{what} must be a text, and holds {_sort(given)}",
            "write the text after the colon; quote it if it holds `: `",
        )
    if kind == "string_pattern_mismatch" and path[-1] == KEY:
        return (
            f"`{given}` cannot name an entry of `{path[-3]}`",
            "use Latin letters, digits, single hyphens and underscores",
        )
    if kind == "string_pattern_mismatch":
        return (
            f"`{given}` is not a well-formed {'id' if name == 'id' else name}",
            "use lower-case Latin letters, digits and single hyphens"
            if context["pattern"].startswith("^[a-z0-9]")
            else f"it must match {context['pattern']}",
        )
    if kind in ("string_too_short", "too_short"):
        return f"{what} holds too little", "write at least " + _least(context)
    if kind in ("string_too_long", "too_long"):
        return f"{what} is too long", f"write at most {context['max_length']} characters"
    if kind.startswith("int_"):
        return f"`{given}` is not a whole number", "write it in digits, such as `1`"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return f"{what} is {given}, out of its range", f"write {bound}"
    if kind in ("bool_type", "bool_parsing"):
        return f"`{given}` is neither true nor false", "write `true` or `false`"
    return f"{what}: {detail['msg'][0].lower()}{detail['msg'][1:]}", "mend the value"


def _least(context: dict[str, Any]) -> str:
    least = context.get("min_length", 1)
    what = context.get("field_type", "").lower()
    unit = "item" if what in ("tuple", "list", "dictionary") else "character"
    return f"{least} {unit}{'' if least == 1 else 's'}"


def _sort(value: object) -> str:
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "fields"


def _fields_at(model: type[BaseModel], path: Path) -> dict[str, str]:
    """The fields that may stand at `path`, with their descriptions."""
    current: Any = model
    for step in path:
        current = _inner_model(current, step)
        if current is None:
            return {}
    return {name: info.description or "" for name, info in current.model_fields.items()}


def _inner_model(model: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return model
    info = model.model_fields.get(step)
    if info is None:
        return model if hasattr(model, "model_fields") else None
    return _model_in(info.annotation)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)


def near(word: str, known: list[str]) -> str:
    """`did you mean …?` for the nearest known word, or nothing."""
    match = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    return f"did you mean `{match[0]}`?" if match else ""


def choice(words: list[str], most: int = 12) -> str:
    """One of `a`, `b` or `c`: the words of which one is to be written."""
    return "one of " * (len(words) > 1) + listed(words, most, last="or")


def listed(words: list[str], most: int = 12, last: str = "and") -> str:
    """`a`, `b` and `c`, cut where the list grows too long to read."""
    shown = [f"`{word}`" for word in words[:most]]
    if len(words) > most:
        return ", ".join(shown) + f" and {len(words) - most} more"
    if len(words) < 2:
        return "".join(shown)
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]])
