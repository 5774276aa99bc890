"""Every abbreviation in our own words has an entry in the vocabulary of abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.model.annotations import Prose
from dossier.parsing.nodes import Mark
from dossier.rendering import abbreviations

WHY = "The first use of an abbreviation on a page is explained; what has no entry stays a riddle."
BAD = """\
text:
  ru: Учение прошло по плану ЗЮЩ.
"""
GOOD = """\
text:
  ru: Учение прошло по плану ОДКБ.
"""
REMEDY = "write the words out, or add the abbreviation to `data/vocabulary/abbreviations.yml`"


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each unknown abbreviation in a text of the data or of a page."""
    if not dataset.terms("abbreviations"):
        return
    known = abbreviations.known(dataset)
    for record, path, value, mark in dataset.marks:
        if not isinstance(mark, Prose) or record.id == "abbreviations":
            continue
        for language in LANGUAGES:
            for _, word in abbreviations.used_in(getattr(value, language) or ""):
                if word not in known:
                    yield Breach(record, (*path, language), f"`{word}` is not explained", REMEDY)
    for page in dataset.pages:
        for place, line in page.prose():
            for column, word in abbreviations.used_in(line):
                if word not in known:
                    yield Breach(
                        page.document,
                        (),
                        f"`{word}` is not explained",
                        REMEDY,
                        mark=Mark(place.line, column + 1),
                    )
