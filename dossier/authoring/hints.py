"""What may stand in a field, in an editor's words: for starting files, the guide and schemas."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.language.words import Words
from dossier.model import BY_TYPE
from dossier.model.annotations import ClaimRef, Edtf, Locator, Mark, ParagraphRef, Prose, Ref, Term
from dossier.model.shape import Shape

MOST_TERMS = 24


def hints_of(shape: Shape, dataset: Dataset, words: Words) -> list[str]:
    """What may stand in a field, in a sentence each; nothing where any text may."""
    marks = shape.marks or shape.inner.marks
    hints = [hint for mark in marks if (hint := hint_of(mark, dataset, words))]
    if len(shape.inner.values) > 1:
        hints.append(words("hint.one_of", values=", ".join(shape.inner.values)))
    return hints


def hint_of(mark: Mark, dataset: Dataset, words: Words) -> str:
    """What a mark asks of a value."""
    if isinstance(mark, Term):
        terms = list(dataset.terms(mark.axis))
        shown = ", ".join(terms[:MOST_TERMS])
        rest = len(terms) - MOST_TERMS
        if rest > 0:
            return words("hint.one_of_many", values=shown, rest=rest, axis=mark.axis)
        return words("hint.one_of", values=shown)
    if isinstance(mark, Ref):
        return words("hint.record", folder=folder_of(mark.to))
    if isinstance(mark, ClaimRef):
        return words("hint.claim")
    if isinstance(mark, ParagraphRef):
        return words("hint.paragraph")
    if isinstance(mark, Edtf):
        return words("hint.day") if mark.day else words("hint.date")
    if isinstance(mark, Locator):
        return words("hint.locator", values=", ".join(dataset.terms("locators")))
    if isinstance(mark, Prose):
        return words("hint.limit", limit=mark.limit)
    return ""


def folder_of(kind: str) -> str:
    """The folder of a record type."""
    return BY_TYPE[kind].FOLDER
