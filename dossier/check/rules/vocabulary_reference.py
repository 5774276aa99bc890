"""What a vocabulary term points to exists: its state, its grade, its group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import not_a_term
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import choice, near
from dossier.model import Vocabulary

WHY = _("Flags, grades and groups on the pages are looked up by these words.")
BAD = "kz-mod:\n  label: {ru: Минобороны Казахстана}\n  state: kazahstan\n"
GOOD = "kz-mod:\n  label: {ru: Минобороны Казахстана}\n  state: kazakhstan\n"

AXES = {"state": "actors", "grade": "reliability"}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each pointer to a term that there is not."""
    for vocabulary in dataset.of(Vocabulary).values():
        groups = Counter(term.broader for term in vocabulary.terms.values() if term.broader)
        for key, term in vocabulary.terms.items():
            for field, axis in AXES.items():
                value = getattr(term, field)
                known = list(dataset.terms(axis))
                if value and known and value not in known:
                    remedy = near(value, known) or choice(known)
                    place = ("terms", key, field)
                    yield Problem(vocabulary, place, not_a_term(value, axis), remedy)
            # A group need not be a term; one that a single term has may be another misspelt.
            group = term.broader
            if group and vocabulary.groups and group not in vocabulary.groups:
                message = _("there is no group `{group}` in this vocabulary", group=group)
                remedy = near(group, vocabulary.groups, 0.6) or choice(vocabulary.groups)
                yield Problem(vocabulary, ("terms", key, "broader"), message, remedy)
                continue
            if group is None or groups[group] > 1 or group in vocabulary.terms:
                continue
            if proposal := near(group, [other for other in groups if groups[other] > 1]):
                message = _("no other term belongs to the group `{group}`", group=group)
                yield Problem(vocabulary, ("terms", key, "broader"), message, proposal)
