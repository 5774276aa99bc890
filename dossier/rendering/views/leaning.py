"""What leans on a record: everything that would have to be read again if it changed."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import (
    Article,
    Assessment,
    Dispute,
    Element,
    Obligation,
    Question,
    Record,
    Risk,
    Scenario,
)
from dossier.model.article import ArticleParagraph


@dataclass(frozen=True, slots=True)
class Leaning:
    """The records that refer to one record, type by type."""

    elements: tuple[Element, ...]
    risks: tuple[Risk, ...]
    scenarios: tuple[Scenario, ...]
    obligations: tuple[Obligation, ...]
    assessments: tuple[Assessment, ...]
    disputes: tuple[Dispute, ...]
    questions: tuple[Question, ...]
    paragraphs: tuple[tuple[Article, ArticleParagraph], ...]

    @property
    def anything(self) -> bool:
        """Whether anything at all leans on the record."""
        return any(
            (
                self.elements,
                self.risks,
                self.scenarios,
                self.obligations,
                self.assessments,
                self.disputes,
                self.questions,
                self.paragraphs,
            )
        )


def leaning_on(record: Record, dataset: Dataset) -> Leaning:
    """Everything that refers to `record`."""
    return Leaning(
        elements=tuple(dataset.users(record, Element)),
        risks=tuple(sorted(dataset.users(record, Risk), key=lambda risk: risk.order)),
        scenarios=tuple(
            sorted(dataset.users(record, Scenario), key=lambda scenario: scenario.order)
        ),
        obligations=tuple(dataset.users(record, Obligation)),
        assessments=tuple(dataset.users(record, Assessment)),
        disputes=tuple(dataset.users(record, Dispute)),
        questions=tuple(dataset.users(record, Question)),
        paragraphs=tuple(_paragraphs(record, dataset)),
    )


def _paragraphs(record: Record, dataset: Dataset) -> list[tuple[Article, ArticleParagraph]]:
    paragraphs = []
    for use in dataset.uses.get((record.TYPE, record.id), ()):
        if isinstance(use.record, Article) and use.path[0] == "paragraphs":
            pair = (use.record, use.record.paragraphs[int(use.path[1])])
            if pair not in paragraphs:
                paragraphs.append(pair)
    return paragraphs
