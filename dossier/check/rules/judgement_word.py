"""A title or claim that carries a judging word says whose judgement it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.model import Element, Text

SEVERITY = "warning"
WHY = _(
    "An event’s page says what happened. Words that judge belong to somebody, and stand among the "
    "assessments or behind a name."
)
BAD = "text: {ru: Соглашение ослабляет союз., en: The agreement undermines the alliance.}\n"
GOOD = "text: {ru: По словам депутата, соглашение ослабляет союз.}\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each judging word that nobody is named for."""
    for language in ("ru", "en"):
        judging = _pattern(dataset, "judgement_words", language)
        attributed = _pattern(dataset, "attribution_words", language)
        if judging is None:
            continue
        for element in dataset.of(Element).values():
            for path, text in _texts(element):
                words = text.in_language(language)
                match = judging.search(words)
                if match is None or (attributed is not None and attributed.search(words)):
                    continue
                message = _("“{word}” is a judgement, and nobody is named for it", word=match[0])
                remedy = _advice(match[0], dataset, language)
                yield Problem(element, (*path, language), message, remedy)


def _advice(word: str, dataset: Dataset, language: str) -> Message:
    """What the list says to write instead of a word, beside naming who judges."""
    for term in dataset.terms("judgement_words").values():
        if word.lower().startswith(term.label.in_language(language).lower()) and term.definition:
            return _("say who judges so, or: {instead}", instead=term.definition)
    return _("say who judges so, move it to an assessment, or write what happened instead")


def _texts(element: Element) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    yield ("title",), element.title
    for index, claim in enumerate(element.claims):
        yield ("claims", index, "text"), claim.text


def _pattern(dataset: Dataset, axis: str, language: str) -> re.Pattern[str] | None:
    """The words of a list, each by its beginning."""
    stems = [term.label.in_language(language) for term in dataset.terms(axis).values()]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})\w*", re.I) if stems else None
