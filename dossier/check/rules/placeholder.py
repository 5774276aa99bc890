"""No value is a placeholder that still waits to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import BY_FOLDER
from dossier.model.annotations import Verbatim
from dossier.model.shape import PLACEHOLDER, shape_of
from dossier.parsing.nodes import scalars

WHY = _(
    "`dossier new` writes TODO where it cannot know what is true; published, it would stand on "
    "the page as if somebody had said it."
)
BAD = "title:\n  ru: TODO\n"
GOOD = "title:\n  ru: Подписан план сотрудничества\n"

_WAITING = re.compile(rf"\b{PLACEHOLDER}\b")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each placeholder, whatever else is wrong with its file."""
    for document in dataset.documents:
        if PLACEHOLDER not in document.text:
            continue
        model = BY_FOLDER.get(document.path.split("/")[-2])
        for path, scalar in scalars(document.root):
            if not _WAITING.search(scalar.value):
                continue
            # A Spanish title in capitals may hold the word.
            marks = shape_of(model).at(path).marks if model else ()
            titled = any(isinstance(mark, Verbatim) for mark in marks)
            if not titled or scalar.value.strip(" .:…") == PLACEHOLDER:
                names = [step for step in path if isinstance(step, str)]
                of_text = names[-1:] in (["ru"], ["en"])  # named with the field that it is of
                name = ".".join(names[-2 if of_text else -1 :]) or "value"
                message = _("`{name}` waits to be filled", name=name)
                remedy = _("write the value; delete the field if it is optional and not known")
                yield Problem(document, path, message, remedy)
