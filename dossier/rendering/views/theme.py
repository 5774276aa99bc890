"""A thematic section: its elements and whatever bears on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from dossier.dataset import Dataset
from dossier.model import Obligation, Question, Record, Risk
from dossier.rendering.views.chronology import Entry, Filter, select
from dossier.rendering.views.disputes import Disputes, disputes_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class ThemeView:
    """What a section shows below its essay."""

    id: str
    entries: tuple[Entry, ...]
    legal: tuple[Entry, ...]
    obligations: tuple[Obligation, ...]
    disputes: Disputes
    questions: tuple[Question, ...]
    risks: tuple[Risk, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of its elements; None where no element has a year."""
        years = [entry.year for entry in self.entries if entry.year is not None]
        return (min(years), max(years)) if years else None


def theme_view(theme: str, dataset: Dataset) -> ThemeView:
    """The section of one theme."""
    entries = select(dataset, Filter(theme=theme, scope=None))
    members = [entry.element for entry in entries]
    questions = {
        question.id: question
        for question in dataset.questions.values()
        if question.state != "answered" and theme in question.themes
    }
    legal = dataset.flagged("kinds", "legal")
    return ThemeView(
        id=theme,
        entries=tuple(entries),
        legal=tuple(entry for entry in entries if entry.element.kind in legal),
        obligations=_users(members, Obligation, dataset),
        disputes=disputes_of(members, dataset),
        questions=tuple(questions.values()),
        risks=tuple(sorted(_users(members, Risk, dataset), key=lambda risk: risk.order)),
    )


def _users(members: Iterable[Record], model: type[R], dataset: Dataset) -> tuple[R, ...]:
    users = {user.id: user for member in members for user in dataset.users(member, model)}
    return tuple(users[key] for key in sorted(users))
