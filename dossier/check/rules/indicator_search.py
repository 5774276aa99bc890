"""An indicator that is called not seen tells the search that did not see it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

SEVERITY = "warning"
WHY = _(
    "Not to have seen a thing says something only if it was looked for: when, where and in which "
    "languages."
)
BAD = """\
indicators:
  - id: second-exercise
    text: {ru: Второе учение за год.}
    direction: raises
    state: not_seen
"""
GOOD = """\
indicators:
  - id: second-exercise
    text: {ru: Второе учение за год.}
    direction: raises
    state: not_seen
    searched: {date: '2026-11-25', note: {ru: Сайт министерства, по-русски.}}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each negative state without its search."""
    negative = dataset.flagged("indicator_states", "negative")
    for risk in dataset.risks.values():
        for index, indicator in enumerate(risk.indicators):
            if indicator.state in negative and indicator.searched is None:
                message = _(
                    "the indicator `{indicator}` is `{state}` without a search",
                    indicator=indicator.id,
                    state=indicator.state,
                )
                remedy = _("add `searched:` with the day and what was searched, or another state")
                yield Problem(risk, ("indicators", index, "state"), message, remedy)
