"""The records as flat tables: the one definition that every tabular format reads.

What a column is called, of which type it is and what it means is said once, mostly by the model
itself, so that CSV, workbook, database, data package and documentation cannot disagree. Names of
tables and columns are part of the promise on the page “Data”: they are added to, not changed.
"""

from __future__ import annotations

from collections.abc import Callable

from dossier.dataset import Dataset
from dossier.rendering.tables import changes, events, evidence, ledger, register, sources
from dossier.rendering.tables.definition import Cell, Column, Row, Table

MAKERS: tuple[Callable[[Dataset], Table], ...] = (
    events.elements,
    events.claims,
    events.exercises,
    evidence.citations,
    sources.sources,
    register.risks,
    register.indicators,
    register.scenarios,
    ledger.assessments,
    ledger.obligations,
    ledger.disputes,
    ledger.versions,
    ledger.questions,
    ledger.ledger,
    evidence.links,
    sources.terms,
    changes.changes,
)


def tables_of(dataset: Dataset) -> list[Table]:
    """Every table of a dataset, in the order in which they are offered."""
    return [make(dataset) for make in MAKERS]


__all__ = ["Cell", "Column", "Row", "Table", "tables_of"]
