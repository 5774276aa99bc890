"""Sentences that may no longer hold once a record changes: in prose and in free text of records.

A sentence is near a record when it names it, or a question or dispute about it, or an element it
is tied to. Marked are words such as “first” and “not found” (`data/vocabulary/stale_words.yml`),
numbers, questions that are answered by now, and values that the record had before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Any, Literal

from dossier.dataset import Dataset
from dossier.dataset.written_pages import PageSource
from dossier.language.words import LANGUAGES
from dossier.model import Dispute, Element, Question, Record
from dossier.model.naming import title_in
from dossier.rendering.mentions import in_words, mentions
from dossier.rendering.views import sentences
from dossier.rendering.views.sentences import numbers_in

Why = Literal["cites", "question", "dispute", "neighbour", "peer"]
Target = tuple[str, str]
# The record, or the page, a sentence in each language, its places: see `Sentence`.
Place = tuple[Record | None, str, dict[str, str], dict[str, str]]
WORDS = "stale_words"
MOST_PEERS = 5
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Former:
    """What a record said before a change, by language: patterns of its wordings, and numbers.

    `counts` says that any number nearby may be another now, as after a new event.
    """

    wordings: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    counts: bool = True

    def told_in(self, text: str, language: str) -> tuple[str, ...]:
        """The words of a sentence that say what the record said, each once."""
        pattern = self.wordings.get(language, _NOTHING)
        numbers = self.numbers.get(language, frozenset())
        words = [match[0] for match in pattern.finditer(text)]
        words += [number for number in numbers_in(pattern.sub("", text)) if number in numbers]
        return tuple(dict.fromkeys(words))


ANY_NUMBER = Former()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, where it stands, and what may be wrong with it by now.

    `places` are file and line in each language; `marked` the words that may no longer hold, `old`
    those that say what the record said before; `answered` says that it leans on a question which
    has an answer.
    """

    record: Record | None
    page: str
    places: dict[str, str]
    texts: dict[str, str]
    why: Why
    about: str
    marked: dict[str, tuple[str, ...]]
    old: dict[str, tuple[str, ...]]
    answered: bool = False

    @property
    def says_old(self) -> bool:
        """Whether it says what the record said before."""
        return any(self.old.values())

    @property
    def is_marked(self) -> bool:
        """Whether something in it is to be looked at first."""
        return self.answered or self.says_old or any(self.marked.values())


class Nearby:
    """The sentences of a dataset by the records that they name."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._patterns = {language: _pattern(dataset, language) for language in LANGUAGES}

    def to(self, kind: str, id_: str, former: Former = ANY_NUMBER) -> list[Sentence]:
        """What is near a record: what says its old value, what is marked, what names it."""
        unique: dict[tuple[Any, ...], Sentence] = {}
        for target, why in self._targets(kind, id_):
            for sentence in self._of(target, why, former):
                if (why == "cites" and sentence.page) or sentence.is_marked:
                    key = (*sentence.places.values(), *sentence.texts.values())
                    unique.setdefault(key, sentence)
        return sorted(
            unique.values(), key=lambda sentence: (not sentence.says_old, not sentence.is_marked)
        )

    def naming(self, record: Record, language: str) -> list[tuple[str, str, list[str]]]:
        """The written pages that name a record: address, title, and the sentences that do."""
        by_page: dict[str, list[str]] = defaultdict(list)
        for page, texts, _ in self._prose.get((record.TYPE, record.id), ()):
            if texts.get(language):
                by_page[page].append(texts[language])
        return [
            (name.removesuffix(".md") + ".html", self._titles[language, name], passages)
            for name, passages in sorted(by_page.items())
        ]

    @cached_property
    def _titles(self) -> dict[tuple[str, str], str]:
        return {(page.language, page.name): page.title for page in self.dataset.pages}

    def _targets(self, kind: str, id_: str) -> Iterator[tuple[Target, Why]]:
        yield (kind, id_), "cites"
        record = self.dataset.records[kind].get(id_)
        if record is None:
            return
        for question in self.dataset.users(record, Question):
            yield ("question", question.id), "question"
        for dispute in self.dataset.users(record, Dispute):
            yield ("dispute", dispute.id), "dispute"
        if isinstance(record, Element):
            near = [tie.element for tie in record.related]
            near += [other.id for other in self.dataset.users(record, Element)]
            for other in dict.fromkeys(near):
                yield ("element", other), "neighbour"
            if not near:
                for peer in _peers(record, self.dataset):
                    yield ("element", peer.id), "peer"

    def _of(self, target: Target, why: Why, former: Former) -> Iterator[Sentence]:
        question = self.dataset.questions.get(target[1]) if target[0] == "question" else None
        answered = question is not None and question.answer is not None
        for record, page, texts, places in self._near(target, why):
            old = {language: former.told_in(text, language) for language, text in texts.items()}
            marked = {
                language: tuple(
                    word
                    for word in self._marks(text, language, former.counts)
                    if word not in old[language]
                )
                for language, text in texts.items()
            }
            yield Sentence(record, page, places, texts, why, target[1], marked, old, answered)

    def _near(self, target: Target, why: Why) -> Iterator[Place]:
        """The sentences that name a target; of questions and disputes also their own texts."""
        for page, texts, places in self._prose.get(target, ()):
            yield None, page, texts, places
        if why in ("question", "dispute"):
            record = self.dataset.records[target[0]][target[1]]
            for texts in sentences.of_texts(record):
                yield record, "", texts, dict.fromkeys(texts, record.document.path)
        elif why == "cites":
            for use in self.dataset.uses.get(target, ()):
                if isinstance(use.record, Question | Dispute):
                    continue
                for texts in sentences.around(use.record, use.path):
                    yield use.record, "", texts, dict.fromkeys(texts, use.record.document.path)

    def _marks(self, text: str, language: str, counts: bool) -> tuple[str, ...]:
        words = [match[0] for match in self._patterns[language].finditer(text)]
        return tuple(dict.fromkeys([*words, *(numbers_in(text) if counts else ())]))

    @cached_property
    def _prose(self) -> dict[Target, list[tuple[str, dict[str, str], dict[str, str]]]]:
        """The sentences of the written pages by what they name, the languages paired in order."""
        by_target: dict[Target, list[tuple[str, dict[str, str], dict[str, str]]]]
        by_target = defaultdict(list)
        by_page: dict[tuple[str, Target], dict[str, list[tuple[str, str]]]] = {}
        for page in self.dataset.pages:
            for line, raw in sentences.of_page(page):
                if "{{" not in raw and "](" not in raw:
                    continue
                for target in self._named(raw):
                    sides = by_page.setdefault((page.name, target), {})
                    place = f"{page.document.path}:{line}"
                    sides.setdefault(page.language, []).append((place, self._plain(raw, page)))
        for (page_name, target), sides in by_page.items():
            for pair in zip_longest(*(sides.get(language, []) for language in LANGUAGES)):
                both = {
                    language: side for language, side in zip(LANGUAGES, pair, strict=True) if side
                }
                places = {language: side[0] for language, side in both.items()}
                texts = {language: side[1] for language, side in both.items()}
                by_target[target].append((page_name, texts, places))
        return by_target

    def _named(self, raw: str) -> list[Target]:
        named = []
        for mention in mentions(raw):
            for kind in mention.types:
                id_ = self.dataset.id_now(kind, mention.id)
                if id_ in self.dataset.records[kind]:
                    named.append((kind, id_))
        return list(dict.fromkeys(named))

    def _plain(self, raw: str, page: PageSource) -> str:
        def title(kinds: tuple[str, ...], id_: str) -> str:
            records = (self.dataset.records[kind].get(id_) for kind in kinds)
            return next((title_in(record, page.language) for record in records if record), id_)

        return in_words(raw, title)


def _peers(element: Element, dataset: Dataset) -> list[Element]:
    """What an element without ties is most like: of its kind, theme and parties, nearest in date.

    A new record seldom names its ties, and what is said of its like may no longer hold.
    """

    def parties(event: Element) -> set[str | None]:
        terms = dataset.terms("actors")
        return {terms[id_].state or id_ for id_ in event.parties if id_ in terms}

    order = list(dataset.elements)
    here = order.index(element.id)
    alike = [
        other
        for other in dataset.elements.values()
        if other.id != element.id
        and other.kind == element.kind
        and set(other.themes) & set(element.themes)
        and parties(other) >= parties(element)
    ]
    return sorted(alike, key=lambda other: abs(order.index(other.id) - here))[:MOST_PEERS]


def _pattern(dataset: Dataset, language: str) -> re.Pattern[str]:
    stems = [term.label.in_language(language) for term in dataset.terms(WORDS).values()]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})\w*", re.I) if stems else _NOTHING
