"""`shows` says what this very source shows: no title, no stock phrase, no single word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.language.typography import fold
from dossier.messages import _
from dossier.model import Citation, Element, Record
from dossier.parsing.nodes import Path

WHY = _(
    "The line tells a reader why the source is there. A field that must be filled invites "
    "filling; in one public dataset of this kind 18 % of such lines were one and the same phrase."
)
BAD = """\
cites:
  - source: astanatimes-kazakhstan-turkiye-sign-military-cooperation
    shows: {ru: то же, en: the same}
"""
GOOD = """\
cites:
  - source: astanatimes-kazakhstan-turkiye-sign-military-cooperation
    shows: {ru: место подписания и имена подписавших, en: place and names of the signatories}
"""

SHORTEST = 12  # «дата визита» tells too little: of which visit, and what about it?
STOCK = 3  # records in which one phrase has become a stock phrase

_HELP = _("name the fact that a reader will find there: the day, the place, who said what")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each `shows` that tells nothing of its source."""
    places: dict[str, list[tuple[Record, Path]]] = defaultdict(list)
    for record, path, cite in dataset.citations:
        for language in ("ru", "en"):
            text = cite.shows.ru if language == "ru" else cite.shows.en
            if text is None:
                continue
            folded = _folded(text)
            where = (*path, "shows", language)
            if len(folded) < SHORTEST:
                yield Problem(record, where, _("`{text}` says too little", text=text), _HELP)
            elif folded in _titles(record, cite, dataset):
                yield Problem(record, where, _("`{text}` only repeats a title", text=text), _HELP)
            else:
                places[folded].append((record, where))
    for group in places.values():
        records = {record.document.path for record, _ in group}
        message = _("the same words stand under `shows` in {count} records", count=len(records))
        for record, where in group if len(records) >= STOCK else ():
            yield Problem(record, where, message, _HELP)


def _titles(record: Record, cite: Citation, dataset: Dataset) -> set[str]:
    """The folded titles that the line could have been copied from."""
    source = dataset.sources.get(cite.source)
    titles = {_folded(source.title)} if source else set()
    if isinstance(record, Element):
        titles |= {_folded(record.title.ru), _folded(record.title.en or record.title.ru)}
    return titles


@cache
def _folded(text: str) -> str:
    """The text as it is compared: case, ё, quotes and spaces made alike."""
    return " ".join(fold(text).split())
