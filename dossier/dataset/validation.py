"""Pydantic's errors in an editor's words, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.messages import Advice, Message, _, ngettext
from dossier.messages.phrases import choice, listed, near
from dossier.model import Record
from dossier.model.shape import shape_of
from dossier.parsing import nodes
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import Path

R = TypeVar("R", bound=Record)

KEY = "[key]"  # pydantic's step for the key of an entry, below that entry's own


def validate(model: type[R], document: Document) -> tuple[R | None, list[Finding]]:
    """The document as a record, or every way in which it fails to be one."""
    try:
        record = model.model_validate(nodes.plain(document.root))
    except ValidationError as error:
        return None, list(_findings(error, model, document))
    record._document = document
    return record, []


def _findings(error: ValidationError, model: type[Record], doc: Document) -> Iterator[Finding]:
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
            yield _finding(detail, path, model, doc)


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


def _finding(detail: ErrorDetails, path: Path, model: type[Record], doc: Document) -> Finding:
    name = str(path[-1]) if path else ""
    remedy: Message | None
    if detail["type"] == "extra_forbidden":
        rule, mark = "schema-unknown-field", nodes.locate_key(doc.root, path)
        known = list(shape_of(model).at(path[:-1]).fields)
        message = _("there is no field `{name}` here", name=name)
        remedy = near(name, known, 0.6) or _("the fields here are {fields}", fields=listed(known))
    elif detail["type"] == "missing":
        rule, mark = "schema-missing-field", nodes.locate(doc.root, path[:-1])
        message = _("the field `{name}` is missing", name=name)
        remedy = _("add `{name}:`", name=name)
        if (about := shape_of(model).at(path).about).text:
            remedy = _("add `{name}:` — {about}", name=name, about=about)
    else:
        rule, mark = "schema-value", nodes.locate(doc.root, path)
        message, remedy = _explain(detail, path, list(shape_of(model).at(path).fields))
    return Finding(doc.path, *mark, rule, message, remedy)


def _explain(detail: ErrorDetails, path: Path, fields: list[str]) -> Advice:
    """What is wrong with a value, and what to write; `fields` are those it may have below it."""
    kind, context, given = detail["type"], detail.get("ctx") or {}, detail["input"]
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    what: str | Message = f"`{name}`"
    if not path or path[-1] != name:
        what = _("an item of `{name}`", name=name)
    below = _("write {fields} below it, indented by two spaces, each with a colon")
    below = below.given(fields=listed(fields, most=3))
    if kind == "literal_error":
        expected = context["expected"].replace(" or ", ", ").split(", ")
        allowed = [word.strip().strip("'") for word in expected]
        remedy = near(str(given), allowed) or choice(allowed)
        if fields:
            remedy = _("{remedy}, or {below}", remedy=remedy, below=below)
        return _("`{value}` is not a value of {what}", value=str(given), what=what), remedy
    if kind in ("model_type", "model_attributes_type"):
        return _(
            "{what} must have fields of its own, and holds {sort}", what=what, sort=_sort(given)
        ), below
    if kind in ("tuple_type", "list_type"):
        return (
            _("{what} must be a list, and holds {sort}", what=what, sort=_sort(given)),
            _("write each item on a line of its own after `- `"),
        )
    if kind == "dict_type":
        message = _("{what} must have fields of its own", what=what)
        return message, _("write them below it, indented")
    if kind == "string_type":
        return (
            _("{what} must be a text, and holds {sort}", what=what, sort=_sort(given)),
            _("write the text after the colon; quote it if it holds `: `"),
        )
    if kind == "string_pattern_mismatch" and path[-1] == KEY:
        message = _(
            "`{value}` cannot name an entry of `{name}`", value=str(given), name=str(path[-3])
        )
        return message, _("use Latin letters, digits, single hyphens and underscores")
    if kind == "string_pattern_mismatch":
        return (
            _("`{value}` is not a well-formed {name}", value=str(given), name=name),
            _("use lower-case Latin letters, digits and single hyphens")
            if context["pattern"].startswith("^[a-z0-9]")
            else _("it must match {pattern}", pattern=context["pattern"]),
        )
    if kind in ("string_too_short", "too_short"):
        return _("{what} holds too little", what=what), _least(context)
    if kind in ("string_too_long", "too_long"):
        return _("{what} is too long", what=what), ngettext(
            "write at most {number} character",
            "write at most {number} characters",
            context["max_length"],
        )
    if kind.startswith("int_"):
        message = _("`{value}` is not a whole number", value=str(given))
        return message, _("write it in digits, such as `1`")
    if kind in ("greater_than_equal", "less_than_equal"):
        message = _("{what} is {value}, out of its range", what=what, value=str(given))
        if "ge" in context:
            return message, _("write at least {least}", least=context["ge"])
        return message, _("write at most {most}", most=context["le"])
    if kind in ("bool_type", "bool_parsing"):
        message = _("`{value}` is neither true nor false", value=str(given))
        return message, _("write `true` or `false`")
    reason = detail["msg"][0].lower() + detail["msg"][1:]
    return _("{what}: {reason}", what=what, reason=reason), _("mend the value")


def _least(context: dict[str, Any]) -> Message:
    least = context.get("min_length", 1)
    if context.get("field_type", "").lower() in ("tuple", "list", "dictionary"):
        return ngettext("write at least {number} item", "write at least {number} items", least)
    return ngettext(
        "write at least {number} character", "write at least {number} characters", least
    )


def _sort(value: object) -> Message:
    if isinstance(value, str):
        return _("a text")
    return _("a list") if isinstance(value, list) else _("fields")
