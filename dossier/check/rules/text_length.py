"""A text is no longer than its place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _(
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


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each text over its limit, in either language."""
    messages = {
        "ru": _("the Russian text has {length} characters; here are at most {limit}"),
        "en": _("the English text has {length} characters; here are at most {limit}"),
    }
    for language, message in messages.items():
        for record, path, text, mark in texts(dataset, language):
            if (excess := len(text) - mark.limit) > 0:
                remedy = _("shorten it by {excess}, or tell the rest elsewhere", excess=excess)
                message_here = message.given(length=len(text), limit=mark.limit)
                yield Problem(record, path, message_here, remedy)
