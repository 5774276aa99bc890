"""The fields that a new record needs, as a tree whose unknown leaves are TODO."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from dossier.dataset import Dataset
from dossier.messages.phrases import listed, near
from dossier.model import (
    Assessment,
    Claim,
    Dispute,
    Element,
    Obligation,
    Question,
    Record,
    Risk,
    Scenario,
    Source,
)
from dossier.model.dispute import Version
from dossier.model.risk import Position
from dossier.model.shape import PLACEHOLDER, Shape, shape_of

TYPES: dict[str, type[Record]] = {
    model.TYPE: model
    for model in (Element, Source, Obligation, Assessment, Risk, Scenario, Dispute, Question)
}

# Optional in the model, but asked for by a rule: claim-without-citation, assessment-without-author,
# risk-without-counter, risk-balance, risk-positions; or decided by nobody if it is left out.
_NEEDED: dict[type[BaseModel], tuple[str, ...]] = {
    Claim: ("cites",),
    Element: ("scope",),
    Version: ("cites",),
    Obligation: ("cites",),
    Assessment: ("by", "cites"),
    Risk: (
        "evidence_for",
        "evidence_against",
        "arguments_for",
        "arguments_against",
        "strongest_support",
        "positions",
    ),
    Position: ("text", "assessments"),
    Scenario: ("indicators",),
}

Tree = dict[str, Any]


class SkeletonError(Exception):
    """What was given for a field cannot be used; the message says why."""


def skeleton(model: type[Record], id_: str, dataset: Dataset, today: datetime.date | None) -> Tree:
    """The tree of a new record: needed fields only, known values filled in."""
    tree: Tree = _fields(model)
    tree["id"] = id_
    for name in ("checked", "accessed"):
        if name in tree and today is not None:
            tree[name] = today.isoformat()
    if model is Element:
        tree["review"] = "draft"
    elif model is Question:
        tree["state"] = "open"
    elif model is Risk:
        tree["order"] = _next_order(dataset.risks.values())
        tree["likelihood"] = tree["confidence"] = "not_assessed"
        shown, assumed = {"elements": [PLACEHOLDER]}, {"assumption": "true"}
        tree["mechanism"] = [link | extra for link, extra in
                             zip(tree["mechanism"], (shown, assumed), strict=True)]  # fmt: skip
        tree["positions"] = [
            {**position, "capital": capital}
            for position in tree["positions"]
            for capital in dataset.terms("capitals")
        ]
        tree["hypotheses"][1]["id"] = "no-effect"
        for side in ("evidence_for", "evidence_against"):
            tree[side] = [{"element": PLACEHOLDER, **item} for item in tree[side]]
    elif model is Scenario:
        tree["order"] = _next_order(dataset.scenarios.values())
        tree["effects"] = [{**effect, "elements": [PLACEHOLDER]} for effect in tree["effects"]]
    return tree


def date_added(tree: Tree, today: datetime.date | None) -> None:
    """Say when the record came in: today, or on the day on which it is first looked at."""
    looked = tree.get("checked") or tree.get("accessed") or PLACEHOLDER
    tree.setdefault("added", today.isoformat() if today is not None else looked)


def _next_order(records: Iterable[Risk | Scenario]) -> str:
    return str(max((record.order for record in records), default=0) + 1)


def _fields(model: type[BaseModel]) -> Tree:
    needed = _NEEDED.get(model, ())
    return {
        name: _value(shape)
        for name, shape in shape_of(model).fields.items()
        if shape.is_required or name in needed
    }


def _value(shape: Shape) -> Any:
    """The first of what may stand there, with TODO in its blanks."""
    if shape.item is not None:
        return [_value(shape.item) for _ in range(max(1, shape.least))]
    if not shape.models:
        return PLACEHOLDER
    fields = _fields(shape.models[0])
    return fields | {"en": PLACEHOLDER} if "ru" in fields else fields


def put(tree: Tree, model: type[Record], field: str, text: str) -> None:
    """Set `claims.0.text.ru` or `parties` (a list, parted by commas) to what was given.

    Raises `SkeletonError` for a field that the model does not know.
    """
    shape = shape_of(model)
    steps = field.split(".")
    node: Any = tree
    for number, step in enumerate(steps):
        _known(shape, step, ".".join(steps[: number + 1]))
        shape = shape.below(int(step) if step.isdigit() and shape.item else step)
        last = number == len(steps) - 1
        if isinstance(node, list):
            index = int(step)
            if index > len(node):
                raise SkeletonError(f"{field}: the entry before it is missing")
            if index == len(node):
                node.append(None)
            step_: Any = index
        else:
            step_ = step
        if last:
            node[step_] = _given(shape, field, text)
        else:
            following: Any = [] if shape.item and not shape.fields else {}
            current = node[step_] if isinstance(node, list) else node.get(step_)
            if not isinstance(current, type(following)):
                node[step_] = following
            node = node[step_]


def _known(shape: Shape, step: str, field: str) -> None:
    if shape.item is not None and not shape.fields:
        if not step.isdigit() and not shape.item.fields and not shape.item.marks:
            return  # a table such as `weights`, with keys of its own
        if not step.isdigit():
            raise SkeletonError(
                f"{field}: write the number of the entry, such as 0, before `{step}`"
            )
    elif step not in shape.fields:
        hint = near(step, list(shape.fields)) or f"the fields here are {listed(list(shape.fields))}"
        raise SkeletonError(f"{field}: there is no such field; {hint}")


def _given(shape: Shape, field: str, text: str) -> Any:
    if shape.fields:
        names = " and ".join(f"`{field}.{name}`" for name in list(shape.fields)[:2])
        raise SkeletonError(f"{field}: it has fields of its own, such as {names}")
    if shape.item is not None:
        if shape.item.fields:
            raise SkeletonError(f"{field}: set the fields of its entries, such as `{field}.0."
                        f"{next(iter(shape.item.fields))}`")  # fmt: skip
        return [part.strip() for part in text.split(",") if part.strip()]
    if not text.strip():
        raise SkeletonError(f"{field}: nothing is given")
    return text


def blanks(node: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The paths of all placeholders."""
    if node == PLACEHOLDER:
        return [path]
    if isinstance(node, dict):
        return [blank for key, value in node.items() for blank in blanks(value, (*path, key))]
    if isinstance(node, list):
        if node == [PLACEHOLDER]:
            return [path]
        return [blank for n, value in enumerate(node) for blank in blanks(value, (*path, str(n)))]
    return []
