"""English text has curly quotation marks and the dash, and no typewriter signs."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.messages import _

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
