"""A page does not type a confidence by hand: `grade` computes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.parsing.nodes import Mark

WHY = _("A grade that somebody typed stays where it was when a source changes and the grade moves.")
BAD = """\
# docs/en/themes/exercises.md
# The plan was met (high confidence).
"""
GOOD = """\
# docs/en/themes/exercises.md
# The plan was met ({{ grade("csto-plan-2025-fulfilled") }}).
"""

REMEDY = _('let `{{ grade("…") }}` compute it from the records that the sentence rests on')
TYPED = {
    "ru": re.compile(
        r"уверенност\w*\W+(?:\w+\W+){0,2}?(?:высок|умеренн|низк)\w*"
        r"|(?:высок|умеренн|низк)\w*\W+уверенност\w*",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"confidence\W+(?:\w+\W+){0,2}?(?:high|moderate|low)\b"
        r"|\b(?:high|moderate|low)\W+confidence",
        re.IGNORECASE,
    ),
}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each grade of confidence in the words of a page."""
    for page in dataset.pages:
        for place, line in page.prose():
            for match in TYPED[page.language].finditer(line):
                message = _("“{words}” is a grade typed by hand", words=match[0])
                mark = Mark(place.line, match.start() + 1)
                yield Problem(page.document, (), message, REMEDY, mark=mark)
