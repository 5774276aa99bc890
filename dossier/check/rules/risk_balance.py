"""Each risk shows the best case for it and the best case against it at equal length."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _(
    "A reader takes the longer text for the stronger case. Two best cases of one length let the "
    "arguments speak."
)
BAD = """\
strongest_counter:
  ru: Одно учение привычек штабов не меняет, и на совещаниях это до сих пор не сказалось.
"""
GOOD = """\
strongest_support:
  ru: Учения повторяются каждый год, и офицеры обеих сторон знают друг друга по именам.
strongest_counter:
  ru: Одно учение привычек штабов не меняет, и на совещаниях это до сих пор не сказалось.
"""
MOST = 1.2  # the longer text in terms of the shorter


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each risk without a best case, or with one much longer than the other."""
    for risk in dataset.risks.values():
        support, counter = risk.strongest_support, risk.strongest_counter
        if support is None:
            message = _("the risk lacks the best case for it")
            remedy = _("add `strongest_support:`, as long as `strongest_counter`")
            yield Problem(risk, ("strongest_counter",), message, remedy, at_key=True)
            continue
        for language in ("ru", "en"):
            pro, contra = (len(text.in_language(language)) for text in (support, counter))
            if max(pro, contra) > MOST * min(pro, contra):
                message = _(
                    "the best case for the risk has {pro} characters and the one against it "
                    "{contra}",
                    pro=pro,
                    contra=contra,
                )
                remedy = _("bring them within a fifth of each other")
                yield Problem(risk, ("strongest_support", language), message, remedy)
