"""The state of a question agrees with its answer and its searches."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Question

WHY = _(
    "Readers trust the state before they read on: “answered” promises an answer, and “not found” "
    "means that somebody has searched."
)
BAD = "state: answered\n"
GOOD = "state: answered\nanswer:\n  ru: Документ вступил в силу, что показывает его текст.\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each question whose state says something else than its fields."""
    for question in dataset.questions.values():
        state, path = question.state, ("state",)
        if state in ("answered", "answered_in_part") and question.answer is None:
            message = _("`{state}` has no answer", state=state)
            yield Problem(question, path, message, _("add `answer:`, or write `state: open`"))
        elif state == "answered" and not _is_supported(question):
            message = _("`answered` rests on no source that supports the answer")
            remedy = _("add one to `cites:`, or write `state: answered_in_part`")
            yield Problem(question, path, message, remedy)
        elif state in ("open", "searched_not_found") and question.answer is not None:
            message = _("`{state}` has an answer", state=state)
            remedy = _("write `state: answered` or `state: answered_in_part`, or delete `answer:`")
            yield Problem(question, path, message, remedy)
        elif state == "searched_not_found" and not question.searches:
            message = _("`searched_not_found` tells of no search")
            remedy = _(
                "add `searches:` with `date`, `languages` and `result`, or write `state: open`"
            )
            yield Problem(question, path, message, remedy)


def _is_supported(question: Question) -> bool:
    """Whether a source supports the answer; where it rests on nothing another rule says so."""
    rests = question.cites or question.elements or question.obligations or question.disputes
    return not rests or any(cite.stance == "supports" for cite in question.cites)
