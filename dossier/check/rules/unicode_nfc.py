"""Letters with marks are one character each, as the keyboard types them (Unicode NFC)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.parsing.nodes import scalars

WHY = _(
    "«й» copied from a PDF or a Mac's file name is often «и» and a breve: the same to the eye, "
    "another word to the search and to every comparison."
)
BAD = 'publisher: "Qazaq u\\u0308ni"\n'
GOOD = "publisher: Qazaq üni\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each value that is not in the composed form."""
    for document in dataset.documents:
        # A part of composed text is composed; only an escape can add something else.
        if "\\" not in document.text and unicodedata.is_normalized("NFC", document.text):
            continue
        for path, scalar in scalars(document.root):
            if not unicodedata.is_normalized("NFC", scalar.value):
                word = next(
                    word
                    for word in [*scalar.value.split(), scalar.value]
                    if not unicodedata.is_normalized("NFC", word)
                )
                composed = unicodedata.normalize("NFC", word)
                message = _("“{word}” has {length} characters where {composed} make the word")
                message = message.given(word=word, length=len(word), composed=len(composed))
                remedy = _("type it again instead of copying it: {word}", word=composed)
                yield Problem(document, path, message, remedy)
