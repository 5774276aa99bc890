"""Every page exists in both languages, under the same path."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.messages import _
from dossier.parsing.nodes import START

WHY = _("The language switch leads from a page to the same page; a reader must not end in a void.")
BAD = """\
# docs/ru/themes/exercises.md exists, docs/en/themes/exercises.md does not
"""
GOOD = """\
# docs/ru/themes/exercises.md and docs/en/themes/exercises.md
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each page without its twin."""
    names = {
        language: {page.name for page in dataset.pages if page.language == language}
        for language in LANGUAGES
    }
    for page in dataset.pages:
        for language in LANGUAGES:
            if page.name not in names[language]:
                message = _("the page has no twin in the language `{language}`", language=language)
                remedy = _("write `{word}`", word=f"docs/{language}/{page.name}")
                yield Problem(page.document, (), message, remedy, mark=START)
