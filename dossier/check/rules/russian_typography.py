"""Russian text has «ёлочки», the dash and the typographic apostrophe, and no typewriter signs."""

from __future__ import annotations

import re
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
  ru: Документ назван "меморандумом" - день подписания не указан.
"""
GOOD = """\
text:
  ru: Документ назван «меморандумом» — день подписания не указан.
"""

_APOSTROPHE = re.compile(r"[^\W\d_]'[^\W\d_]")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each typewriter sign in Russian."""
    for record, path, text, _prose in texts(dataset, "ru"):
        if '"' in text:
            message = _('a straight quotation mark (") stands in Russian text')
            yield Problem(record, path, message, _("write «…», and „…“ inside them"))
        if "--" in text or " - " in text:
            remedy = _("write a dash with spaces around it: « — »; in ranges “–” without spaces")
            yield Problem(record, path, _("a hyphen stands where a dash is meant"), remedy)
        if "'" in text and _APOSTROPHE.search(text):
            message = _("a straight apostrophe (') stands inside a word")
            yield Problem(record, path, message, _("write the typographic one: ’"))
