"""Russian text has «ёлочки», the dash and the typographic apostrophe, and no typewriter signs."""

from __future__ import annotations

import re
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
  ru: Документ назван "меморандумом" - день подписания не указан.
"""
GOOD = """\
text:
  ru: Документ назван «меморандумом» — день подписания не указан.
"""

_APOSTROPHE = re.compile(r"[^\W\d_]'[^\W\d_]")


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each typewriter sign in Russian."""
    for record, path, text, _ in texts(dataset, "ru"):
        if '"' in text:
            yield Breach(
                record,
                path,
                'a straight quotation mark (") stands in Russian text',
                "write «…», and „…“ inside them",
            )
        if "--" in text or " - " in text:
            yield Breach(
                record,
                path,
                "a hyphen stands where a dash is meant",
                "write a dash with spaces around it: « — »; in ranges “–” without spaces",
            )
        if "'" in text and _APOSTROPHE.search(text):
            yield Breach(
                record,
                path,
                "a straight apostrophe (') stands inside a word",
                "write the typographic one: ’",
            )
