"""One word stands for one thing: what the list of discouraged words names is said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.messages import Advice, _

SEVERITY = "warning"
WHY = _(
    "A reader who meets two words looks for two things. `data/vocabulary/discouraged_words.yml` "
    "says which word the dossier keeps."
)
BAD = "balance: {ru: 'Оценка редакции: данных мало.'}\n"
GOOD = "balance: {ru: 'Вывод редакции: данных мало.'}\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each discouraged word in a record or on a written page."""
    for language in ("ru", "en"):
        wanted = {
            term.label.in_language(language).lower(): term.definition.in_language(language)
            for term in dataset.terms("discouraged_words").values()
            if term.definition is not None
        }
        if not wanted:
            continue
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b", re.I)
        for record, path, text, _mark in texts(dataset, language):
            if record.TYPE != "vocabulary" and "history" not in path:
                for match in pattern.finditer(text):
                    yield Problem(record, path, *_advice(match[0], wanted))
        for page in dataset.pages:
            if page.language == language:
                for mark, text in page.prose():
                    for match in pattern.finditer(text):
                        advice = _advice(match[0], wanted)
                        yield Problem(page.document, (), *advice, mark=mark)


def _advice(word: str, wanted: dict[str, str]) -> Advice:
    message = _("“{word}” is not the dossier’s word", word=word)
    return message, _("write “{better}”", better=wanted[word.lower()])
