"""English text has curly quotation marks and the dash, and no typewriter signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.messages import _

# `2022-2023`, `2022-23`; no day, and no number of a document that goes on.
YEARS = re.compile(r"(?<![\w/–-])(?:19|20)\d\d-(?:(?:19|20)\d\d|\d\d)(?![\w/–-])")

WHY = _(
    "Typewriter signs stand out beside typeset ones, and no program can tell an opening straight "
    "quote from a closing one without guessing."
)
BAD = """\
text:
  en: The paper is called a "memorandum" -- the day is not given.
"""
GOOD = """\
text:
  en: The paper is called a “memorandum”; the day is not given.
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each typewriter sign in English."""
    for record, path, text, _prose in texts(dataset, "en"):
        if '"' in text:
            message = _('a straight quotation mark (") stands in English text')
            yield Problem(record, path, message, _("write “…”, and ‘…’ inside them"))
        if "--" in text:
            remedy = _("write “–” or “—”, or a comma, a colon or a semicolon")
            yield Problem(record, path, _("two hyphens stand where a dash is meant"), remedy)
        if "'" in text:
            remedy = _("write ’ in a word, and ‘…’ or “…” around words")
            yield Problem(
                record, path, _("a straight apostrophe (') stands in English text"), remedy
            )
        if match := YEARS.search(text):
            message = _("a hyphen stands between the years of `{years}`", years=match[0])
            yield Problem(record, path, message, _("write `{years}`", years=ranged(match[0])))


def ranged(text: str) -> str:
    """The text with the dash of a range between years."""
    return YEARS.sub(lambda years: years[0].replace("-", "–"), text)
