"""The columns of a grade: what is computed about a statement, with its reasons in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dossier.dataset import Dataset
from dossier.grading.grade import Grade
from dossier.language.words import Words
from dossier.messages import _
from dossier.rendering.tables.columns import labelled
from dossier.rendering.tables.definition import Column, bilingual, joined


def grade_columns(dataset: Dataset, grade: Callable[[Any], Grade]) -> list[Column]:
    """Confidence, corroboration, reasons and the number of origins of what `grade` grades."""

    def label(axis: str) -> Callable[[str, str], str]:
        return lambda value, language: dataset.terms(axis)[value].label.in_language(language)

    def reasons(thing: Any, language: str) -> str | None:
        words = Words(language)
        return joined(words(f"reason.{reason}") for reason in grade(thing).reasons)

    return [
        *labelled(
            "confidence",
            _("How sure one may be at most, computed from the sources (ICD 203)."),
            lambda thing: grade(thing).confidence,
            label("confidence"),
        ),
        *labelled(
            "corroboration",
            _("How well sources support it, counted by origins and not by publications."),
            lambda thing: grade(thing).corroboration,
            label("corroboration"),
        ),
        Column(
            "reasons",
            "string",
            _("The reasons of the grade, by their ids."),
            lambda thing: joined(grade(thing).reasons),
            many=True,
        ),
        *bilingual("reasons", _("The reasons of the grade, in words."), reasons, many=True),
        Column(
            "origins_count",
            "integer",
            _("How many independent origins support it."),
            lambda thing: len(grade(thing).origins),
        ),
    ]
