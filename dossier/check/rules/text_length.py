"""A text is no longer than its place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset

WHY = (
    "Titles stand in lists and on share images, lines beside dates, paragraphs on cards; a text "
    "that is too long hides what is next to it, and mostly holds two thoughts."
)
BAD = """\
title:
  ru: >-
    Военные ведомства двух стран на встрече в Анкаре, о которой министерство сообщило
    в понедельник, подписали план сотрудничества на следующий год
"""
GOOD = """\
title:
  ru: Военные ведомства подписали план сотрудничества на 2025 год
"""

_LANGUAGES = {"ru": "Russian", "en": "English"}


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each text over its limit, in either language."""
    for code, language in _LANGUAGES.items():
        for record, path, text, mark in texts(dataset, code):
            if len(text) > mark.limit:
                message = (
                    f"the {language} text has {len(text)} characters; here are at most {mark.limit}"
                )
                remedy = f"shorten it by {len(text) - mark.limit}, or tell the rest elsewhere"
                yield Breach(record, path, message, remedy)
