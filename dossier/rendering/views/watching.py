"""The board of indicators: what would raise or lower each risk, and when it is looked at."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.grading.freshness import days_between_checks
from dossier.model import Element, Risk
from dossier.model.risk import Indicator


@dataclass(frozen=True, slots=True)
class Watched:
    """One indicator with what was seen of it."""

    indicator: Indicator
    observed: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """The indicators of one risk, the raising ones first; the last look and the next."""

    risk: Risk
    rows: tuple[Watched, ...]
    next_look: str


def board(dataset: Dataset) -> tuple[Watch, ...]:
    """Every risk that has indicators, in the order of the register."""
    return tuple(
        Watch(
            risk,
            tuple(
                Watched(indicator, tuple(dataset.elements[key] for key in indicator.observed))
                for indicator in sorted(risk.indicators, key=lambda i: i.direction != "raises")
            ),
            _next_look(risk, dataset),
        )
        for risk in dataset.risks.values()
        if risk.indicators
    )


def _next_look(risk: Risk, dataset: Dataset) -> str:
    last = edtf.parse(risk.checked).hi
    return (last + datetime.timedelta(days=days_between_checks(risk, dataset))).isoformat()
