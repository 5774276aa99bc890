"""Russian text is in Cyrillic and English text in Latin; names and titles stand in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _(
    "A text pasted under the wrong language is read by nobody who needs it: the search and a "
    "reader’s voice program take it for the language that its field names."
)
BAD = "text: {ru: План подписан., en: План подписан.}\n"
GOOD = "text: {ru: План подписан., en: The plan was signed.}\n"

# What another alphabet may say: names and titles in quotes, and originals in brackets.
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|«[^»]*»|„[^“]*“|\([^)]*\)")
CYRILLIC = re.compile(r"(?<!\w)[Ѐ-ԯ]{2,}(?:[ -]+[Ѐ-ԯ]+)*(?!\w)")
# Three words of small letters in a row are a sentence; a foreign name has capitals.
LATIN = re.compile(r"\b[a-z]{2,}(?:,? [a-z]{2,}){2,}")
# A list of abbreviations explains the letters of both alphabets.
BOTH = frozenset({"abbreviations", "discouraged_words"})


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each text with words of the other language outside of quotes."""
    for language, foreign in (("ru", LATIN), ("en", CYRILLIC)):
        for record, path, text, _mark in texts(dataset, language):
            if not foreign.search(text) or record.id in BOTH:
                continue
            if match := foreign.search(QUOTED.sub(" ", text)):
                message = _("“{words}” is not in the language of `{language}`")
                message = message.given(words=match[0][:40], language=language)
                remedy = _("write it in this language; a name or a title may stand in quotes")
                yield Problem(record, path, message, remedy)
