"""Every term of a vocabulary that grows with the data is used by a record."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Vocabulary
from dossier.model.annotations import Term
from dossier.rendering.views.names import AXIS

SEVERITY = "warning"
WHY = _(
    "Terms of lists such as actors and origins get pages and filters; one that no record uses "
    "leads readers to an empty page. Closed lists come from standards and stay whole."
)
BAD = "# data/vocabulary/actors.yml has the term `ruritania`, and no record names it\n"
GOOD = "parties:\n  - kazakhstan\n  - turkiye\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each term of an open vocabulary without a use."""
    used = {(mark.axis, value) for *_, value, mark in dataset.marks if isinstance(mark, Term)}
    used |= {(AXIS, key) for key in dataset.terms(AXIS)}  # the search uses them
    if unread_files(dataset):
        return  # what cannot be read may use it
    for axis, vocabulary in dataset.of(Vocabulary).items():
        if vocabulary.closed == "true":
            continue
        terms = vocabulary.terms.values()
        inside = {term.state for term in terms} | {term.broader for term in terms}
        for term in vocabulary.terms:
            if (axis, term) not in used and term not in inside:
                message = _("no record uses the term `{term}`", term=term)
                remedy = _("use it where it belongs, or delete it")
                yield Problem(vocabulary, ("terms", term), message, remedy, at_key=True)
