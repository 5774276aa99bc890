"""Officials speak on both sides of a risk, or a note says why on one side none does."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

SEVERITY = "warning"
WHY = _(
    "Where officials speak against a risk and nameless channels for it, the weight of the speakers "
    "decides before the arguments do. Readers must know whether nobody spoke or nobody looked."
)
BAD = """\
arguments_for: [mikhailov-2026]
arguments_against: [dandybayev-2019]
"""
GOOD = """\
arguments_for: [mikhailov-2026]
arguments_against: [dandybayev-2019]
voices_note:
  ru: 'Должностных лиц, которые видели бы этот риск, не нашли: искали 25 ноября 2026 года.'
"""

SIDES = ("arguments_for", "arguments_against")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each side without an official voice in a risk that does not explain it.

    Silent where a reference leads nowhere or the vocabulary marks no voice as official.
    """
    official = dataset.flagged("voices", "official")
    for risk in dataset.risks.values():
        if not official or risk.voices_note is not None:
            continue
        for side in SIDES:
            named = getattr(risk, side)
            voices = [dataset.assessments[key].voice for key in named if key in dataset.assessments]
            if len(voices) == len(named) and not official.intersection(voices):
                message = _("no official speaks in `{side}`", side=side)
                remedy = _(
                    "add the words of one, or say in `voices_note` what was searched and why "
                    "there are none"
                )
                path = (side,) if named else ("strongest_counter",)
                yield Problem(risk, path, message, remedy, at_key=True)
