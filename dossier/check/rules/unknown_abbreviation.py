"""Every abbreviation in our own words has an entry in the vocabulary of abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.messages import _
from dossier.model.annotations import Prose
from dossier.parsing.nodes import Mark
from dossier.rendering import abbreviations

WHY = _(
    "The first use of an abbreviation on a page is explained; what has no entry stays a riddle."
)
BAD = """\
text:
  ru: Учение прошло по плану ЗЮЩ.
"""
GOOD = """\
text:
  ru: Учение прошло по плану ОДКБ.
"""
REMEDY = _("write the words out, or add the abbreviation to `data/vocabulary/abbreviations.yml`")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each unknown abbreviation in a text of the data or of a page."""
    if not dataset.terms("abbreviations"):
        return
    known = abbreviations.known(dataset)
    for record, path, value, _mark in dataset.marked(Prose):
        if record.id == "abbreviations":
            continue
        for language in LANGUAGES:
            for _column, word in abbreviations.used_in(getattr(value, language) or ""):
                if word not in known:
                    message = _("`{word}` is not explained", word=word)
                    yield Problem(record, (*path, language), message, REMEDY)
    for page in dataset.pages:
        for place, line in page.prose():
            for column, word in abbreviations.used_in(line):
                if word not in known:
                    message = _("`{word}` is not explained", word=word)
                    where = Mark(place.line, column + 1)
                    yield Problem(page.document, (), message, REMEDY, mark=where)
