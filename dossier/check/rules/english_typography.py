"""English text has curly quotation marks and the dash, and no typewriter signs."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset

WHY = (
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


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each typewriter sign in English."""
    for record, path, text, _ in texts(dataset, "en"):
        if '"' in text:
            yield Breach(
                record,
                path,
                'a straight quotation mark (") stands in English text',
                "write “…”, and ‘…’ inside them",
            )
        if "--" in text:
            yield Breach(
                record,
                path,
                "two hyphens stand where a dash is meant",
                "write “–” or “—”, or a comma, a colon or a semicolon",
            )
