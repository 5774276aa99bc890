"""The strongest case for a risk is there, and as long as the strongest objection."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.messages import _

WHY = _(
    "Readers take the side that got more room for the side that is right. Both cases stand beside "
    "each other, put by the same editors at their best."
)
BAD = """\
strongest_support:
  ru: Стандарты меняются.
strongest_counter:
  ru: Ни одно из найденных учений не показывает, что штабы отвыкли работать вместе.
"""
GOOD = """\
strongest_support:
  ru: Каждый год обучения по чужим стандартам делает работу вместе с союзниками труднее.
strongest_counter:
  ru: Ни одно из найденных учений не показывает, что штабы отвыкли работать вместе.
"""

# The share of the longer text by which the shorter one may fall short, in hundredths.
MOST = 20


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for a case that is missing, and for each language in which one is longer."""
    for risk in dataset.risks.values():
        support, counter = risk.strongest_support, risk.strongest_counter
        if support is None:
            message = _("the risk has no strongest case for it")
            remedy = _("add `strongest_support:`, as long as `strongest_counter`")
            yield Problem(risk, ("strongest_counter",), message, remedy, at_key=True)
            continue
        for language in LANGUAGES:
            pro, con = getattr(support, language), getattr(counter, language)
            if not pro or not con:
                continue
            shorter, longer = sorted((len(pro), len(con)))
            if 100 * (longer - shorter) > MOST * longer:
                message = _(
                    "the two strongest cases have {pro} and {con} characters (`{language}`)",
                    pro=len(pro),
                    con=len(con),
                    language=language,
                )
                remedy = _("bring them within {most} % of each other", most=MOST)
                yield Problem(risk, ("strongest_support", language), message, remedy)
