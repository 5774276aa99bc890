"""The map of relations: which elements of each theme, and which provisions, each risk refers to.

Rows are themes, then scopes of law; columns are the risks of the register. An element stands under
the first of its themes, as in the timeline, and once in the column of every risk that refers to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Element, Obligation, Risk
from dossier.rendering.views.chronology import Entry, entry_of

WIDTH = 1040
LABELS = 214
STEP = 17
TOP = 30
GAP = 12
LABEL_ROOM = 34


@dataclass(frozen=True, slots=True)
class Mark:
    """One sign of the drawing: an element or a provision, and where it stands."""

    item: Entry | Obligation
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What one risk refers to within one row."""

    risk: Risk
    items: tuple[Entry | Obligation, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A theme or a scope of law: `axis` names the vocabulary of its label."""

    axis: str
    id: str
    y: float
    height: float
    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """The whole map."""

    width: int
    height: float
    columns: tuple[tuple[Risk, float], ...]
    rows: tuple[Row, ...]


def relations(dataset: Dataset) -> Relations | None:
    """The map of a dataset; nothing when it has no risk."""
    risks = list(dataset.risks.values())
    if not risks:
        return None
    width = (WIDTH - LABELS) / len(risks)
    lefts = [LABELS + place * width for place in range(len(risks))]
    rows: list[Row] = []
    y: float = TOP
    for axis, key, members in _groups(dataset):
        row = _row(axis, key, members, list(zip(risks, lefts, strict=True)), width, y, dataset)
        rows.append(row)
        y += row.height
    columns = tuple((risk, round(x + width / 2, 1)) for risk, x in zip(risks, lefts, strict=True))
    return Relations(WIDTH, y, columns, tuple(rows))


def _groups(dataset: Dataset) -> list[tuple[str, str, Sequence[Element | Obligation]]]:
    groups: list[tuple[str, str, Sequence[Element | Obligation]]] = [
        ("themes", theme, [e for e in dataset.elements.values() if e.themes[0] == theme])
        for theme in dataset.terms("themes")
    ]
    groups += [
        ("obligation_scopes", scope, [o for o in dataset.obligations.values() if o.scope == scope])
        for scope in dataset.terms("obligation_scopes")
    ]
    return [group for group in groups if group[2]]


def _row(
    axis: str,
    key: str,
    members: Sequence[Element | Obligation],
    columns: list[tuple[Risk, float]],
    width: float,
    y: float,
    dataset: Dataset,
) -> Row:
    across = max(int((width - 8) / STEP), 1)
    held = [
        (risk, left, [member for member in members if risk in dataset.users(member, Risk)])
        for risk, left in columns
    ]
    deepest = max(-(-len(referred) // across) for _, _, referred in held)
    cells = []
    for risk, left, referred in held:
        items = tuple(entry_of(m, dataset) if isinstance(m, Element) else m for m in referred)
        marks = tuple(
            Mark(
                item,
                round(left + 4 + (place % across + 0.5) * STEP, 1),
                y + GAP / 2 + (place // across + 0.5) * STEP,
            )
            for place, item in enumerate(items)
        )
        cells.append(Cell(risk, items, marks))
    height = max(deepest * STEP, LABEL_ROOM) + GAP
    return Row(axis, key, y, height, len(members), tuple(cells))
