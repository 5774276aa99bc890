"""An indicator is said to be unseen only with the search that did not find it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

SEVERITY = "warning"
WHY = _(
    "“Not seen” without a search tells what nobody looked for. Pages show such an indicator as "
    "not checked."
)
BAD = """\
indicators:
  - id: joint-staff
    text: {ru: Создан совместный штаб.}
    direction: raises
    state: not_seen
"""
GOOD = """\
indicators:
  - id: joint-staff
    text: {ru: Создан совместный штаб.}
    direction: raises
    state: not_seen
    searched:
      date: '2026-11-25'
      note: {ru: Сайты обоих ведомств и агентств на русском и турецком.}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each indicator that is not seen and was not searched for."""
    for risk in dataset.risks.values():
        for index, indicator in enumerate(risk.indicators):
            if indicator.state == "not_seen" and indicator.searched is None:
                message = _("`{id}` is `not_seen`, and no search is named", id=indicator.id)
                remedy = _("add `searched:` with a date and a note, or write `state: not_checked`")
                yield Problem(risk, ("indicators", index, "state"), message, remedy)
