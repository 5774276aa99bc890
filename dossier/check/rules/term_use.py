"""The dossier’s own terms are used in their one meaning, under their one name."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._phrases import phrases
from dossier.check.rules._shared import texts
from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.messages import Message, _
from dossier.parsing.nodes import Mark

SEVERITY = "warning"
WHY = _(
    "Opinion, confidence and the editors’ conclusion are three things. Called by the same word, "
    "they lend one another a weight that none of them has."
)
BAD = "text:\n  ru: Уровень уверенности невысок.\n"
GOOD = "text:\n  ru: Степень уверенности невысока.\n"

AXIS = "discouraged_phrases"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each discouraged phrase in a text of the data or of a page."""
    for language in LANGUAGES:
        known = list(phrases(dataset, AXIS, language))
        for record, path, text, _prose in texts(dataset, language):
            if record.id == AXIS:
                continue
            for phrase in known:
                if words := phrase.found_in(text):
                    yield Problem(record, path, *_advice(words, phrase.advice))
        for page in (page for page in dataset.pages if page.language == language):
            for place, line in page.prose():
                for phrase in known:
                    if words := phrase.found_in(line):
                        mark = Mark(place.line, line.find(words) + 1)
                        message, remedy = _advice(words, phrase.advice)
                        yield Problem(page.document, (), message, remedy, mark=mark)


def _advice(words: str, advice: str) -> tuple[Message, Message]:
    message = _("`{words}` is not what the dossier calls it", words=words)
    return message, _("write instead: {advice}", advice=advice)
