"""Every controlled value is a term of its vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import not_a_term, unread_files
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import choice, near
from dossier.model.annotations import Term

WHY = _(
    "Readers filter and compare by these words; two spellings of one word are two words to them."
)
BAD = "kind: excercise\n"
GOOD = "kind: exercise\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each value that its axis does not define.

    An axis without a file is reported once, at the first value that needs it; an axis whose file
    cannot be read has findings of its own.
    """
    silent = {stem for folder, stem in unread_files(dataset) if folder == "vocabulary"}
    axes = dataset.records["vocabulary"]
    for record, path, value, mark in dataset.marks:
        if not isinstance(mark, Term) or mark.axis in silent:
            continue
        if mark.axis not in axes:
            silent.add(mark.axis)
            message = _("there is no file `vocabulary/{axis}.yml` to look `{term}` up in")
            message = message.given(axis=mark.axis, term=value)
            remedy = _("bring the file back, with a label in both languages for every term")
            yield Problem(record, path, message, remedy)
        elif value not in axes[mark.axis].terms:
            known = list(axes[mark.axis].terms)
            remedy = near(value, known) or choice(known)
            yield Problem(record, path, not_a_term(value, mark.axis), remedy)
