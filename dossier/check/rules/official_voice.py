"""Each side of a risk has an official voice, or a note says why it has none."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Risk

SEVERITY = "warning"
WHY = _(
    "Anonymous channels on one side and ministers on the other are no balance. Readers must see "
    "which side officials take, and learn why one side has none."
)
BAD = "arguments_for: [anonymous-channel]\narguments_against: [minister-on-commitments]\n"
GOOD = """\
arguments_for: [anonymous-channel]
arguments_against: [minister-on-commitments]
voices_note: {ru: Должностных лиц, которые видят этот риск, не найдено.}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each side without an official voice where no note says why."""
    official = dataset.flagged("voices", "official")
    for risk in dataset.of(Risk).values():
        for side in ("arguments_for", "arguments_against"):
            named = [dataset.assessments[id_] for id_ in getattr(risk, side)
                     if id_ in dataset.assessments]  # fmt: skip
            heard = any(assessment.voice in official for assessment in named)
            if named and not heard and risk.voices_note is None:
                message = _("no official voice stands in `{side}`", side=side)
                remedy = _(
                    "name an official’s assessment, or say in `voices_note` why there is none"
                )
                yield Problem(risk, (side,), message, remedy, at_key=True)
