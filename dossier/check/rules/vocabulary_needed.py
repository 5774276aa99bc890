"""The vocabularies that pages and pictures are made with exist, used by a record or not."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Vocabulary
from dossier.parsing.nodes import START

WHY = _(
    "Headings, legends and grades take their words from here even where no record does; without "
    "the file the build breaks off."
)
BAD = "# data/vocabulary/confidence.yml does not exist\n"
GOOD = "# data/vocabulary/confidence.yml has a label for each degree of confidence\n"

NEEDED = (
    *("comparisons", "confidence", "corroboration", "exercise_formats", "exercise_parts"),
    *("indicator_directions", "ledger_kinds", "locators", "people_parts", "project_steps"),
    "projects",
)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each vocabulary that the site needs and the data do not have."""
    known = dataset.of(Vocabulary)
    unread = {stem for folder, stem in unread_files(dataset) if folder == "vocabulary"}
    for menu in dataset.menus[:1] if known else ():  # without a site or data nothing is made
        for axis in NEEDED:
            if axis not in known and axis not in unread:
                message = _("there is no file `vocabulary/{axis}.yml`, which pages are made with")
                remedy = _("bring the file back, with a label in both languages for every term")
                yield Problem(menu.document, (), message.given(axis=axis), remedy, mark=START)
