"""Sentences that may no longer hold once a record changes: in prose and in free text of records.

A sentence is near a record when it names it, or a question or dispute about it, or an element it
is tied to. Marked are words such as “first” and “not found” (`data/vocabulary/stale_words.yml`),
numbers, and questions that are answered by now.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any, Literal

from babel.dates import get_month_names

from dossier.dataset import Dataset
from dossier.dataset.written_pages import FRONT, PageSource, blanked
from dossier.language.words import LANGUAGES
from dossier.model import Dispute, Element, Question, Record, Text
from dossier.model.naming import title_in
from dossier.rendering.mentions import in_words, mentions

Why = Literal["cites", "question", "dispute", "neighbour", "peer"]
Target = tuple[str, str]
WORDS = "stale_words"
MOST_PEERS = 5
_END = re.compile(r"(?<=[.!?…])\s+(?=[\"«“({\[]*[A-ZА-ЯЁ{])")
_BLOCK = re.compile(r"(\n[ \t]*\n|\n(?=[|#>*-]))")
_NUMBER = re.compile(r"(?<![\w./-])\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?![\d/-])")
# What may stand between a day and its month: “22 and 25 November”.
_DAYS = re.compile(r"(?:\s*(?:и|and|or|или|,|–)\s*\d{1,2})*\s*(\w*)")
# Names, which say nothing that could go stale.
_NAMES = frozenset({"title", "instrument", "article", "label", "name", "role", "affiliation", "by"})
_NOTHING = re.compile(r"(?!)")
_MONTHS = {
    name.lower()
    for language in LANGUAGES
    for context in ("format", "stand-alone")
    for name in get_month_names("wide", context, language).values()
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, where it stands, and what may be wrong with it by now.

    `places` are file and line in each language; `marked` the words that may no longer hold;
    `answered` says that it leans on a question which has an answer.
    """

    record: Record | None
    page: str
    places: dict[str, str]
    texts: dict[str, str]
    why: Why
    about: str
    marked: dict[str, tuple[str, ...]]
    answered: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether something in it is to be looked at first."""
        return self.answered or any(self.marked.values())


class Nearby:
    """The sentences of a dataset by the records that they name."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._patterns = {language: _pattern(dataset, language) for language in LANGUAGES}

    def to(self, kind: str, id_: str) -> list[Sentence]:
        """What is near a record: first what is marked, then what names it."""
        found: dict[tuple[Any, ...], Sentence] = {}
        for target, why in self._targets(kind, id_):
            for sentence in self._of(target, why):
                if (why == "cites" and sentence.page) or sentence.is_marked:
                    key = (*sentence.places.values(), *sentence.texts.values())
                    found.setdefault(key, sentence)
        return sorted(found.values(), key=lambda one: not one.is_marked)

    def naming(self, record: Record, language: str) -> list[tuple[str, str, list[str]]]:
        """The written pages that name a record: address, title, and the sentences that do."""
        found: dict[str, list[str]] = defaultdict(list)
        for page, texts, _ in self._prose.get((record.TYPE, record.id), ()):
            if texts.get(language):
                found[page].append(texts[language])
        return [
            (name.removesuffix(".md") + ".html", self._titles[language, name], sentences)
            for name, sentences in sorted(found.items())
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

    def _of(self, target: Target, why: Why) -> Iterator[Sentence]:
        question = self.dataset.questions.get(target[1]) if target[0] == "question" else None
        answered = question is not None and question.answer is not None
        for page, texts, places in self._prose.get(target, ()):
            yield self._sentence(None, page, texts, places, why, target, answered)
        if why in ("question", "dispute"):
            record = self.dataset.records[target[0]][target[1]]
            for texts in _texts(record):
                place = dict.fromkeys(texts, record.document.path)
                yield self._sentence(record, "", texts, place, why, target, answered)
        elif why == "cites":
            for use in self.dataset.uses.get(target, ()):
                if isinstance(use.record, Question | Dispute):
                    continue
                for texts in _texts_around(use.record, use.path):
                    place = dict.fromkeys(texts, use.record.document.path)
                    yield self._sentence(use.record, "", texts, place, why, target, answered)

    def _sentence(
        self,
        record: Record | None,
        page: str,
        texts: dict[str, str],
        places: dict[str, str],
        why: Why,
        target: Target,
        answered: bool,
    ) -> Sentence:
        marked = {one: self._marks(text, one) for one, text in texts.items()}
        return Sentence(record, page, places, texts, why, target[1], marked, answered)

    def _marks(self, text: str, language: str) -> tuple[str, ...]:
        found = [match[0] for match in self._patterns[language].finditer(text)]
        found += [match[0] for match in _NUMBER.finditer(text) if not _is_date(match)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _prose(self) -> dict[Target, list[tuple[str, dict[str, str], dict[str, str]]]]:
        """The sentences of the written pages by what they name, the languages paired in order."""
        found: dict[Target, list[tuple[str, dict[str, str], dict[str, str]]]] = defaultdict(list)
        by_page: dict[tuple[str, Target], dict[str, list[tuple[str, str]]]] = {}
        for page in self.dataset.pages:
            for line, raw in _raw_sentences(page):
                if "{{" not in raw and "](" not in raw:
                    continue
                for target in self._named(raw):
                    sides = by_page.setdefault((page.name, target), {})
                    place = f"{page.document.path}:{line}"
                    sides.setdefault(page.language, []).append((place, self._plain(raw, page)))
        for (page_name, target), sides in by_page.items():
            for pair in zip_longest(*(sides.get(language, []) for language in LANGUAGES)):
                both = {one: side for one, side in zip(LANGUAGES, pair, strict=True) if side}
                places = {one: side[0] for one, side in both.items()}
                found[target].append((page_name, {one: s[1] for one, s in both.items()}, places))
        return found

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
            return next((title_in(one, page.language) for one in records if one), id_)

        return in_words(raw, title)


def _peers(element: Element, dataset: Dataset) -> list[Element]:
    """What an element without ties is most like: of its kind, theme and parties, nearest in date.

    A new record seldom names its ties, and what is said of its like may no longer hold.
    """

    def parties(one: Element) -> set[str | None]:
        terms = dataset.terms("actors")
        return {terms[id_].state or id_ for id_ in one.parties if id_ in terms}

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


def _is_date(number: re.Match[str]) -> bool:
    """Whether a number is a year, or the day of a month."""
    if number[0].isdigit() and 1900 <= int(number[0]) <= 2099:
        return True
    after = _DAYS.match(number.string, number.end())
    return after is not None and after[1].lower() in _MONTHS


def _raw_sentences(page: PageSource) -> Iterator[tuple[int, str]]:
    """The sentences of a page as they are written, each with the line that it begins on."""
    line = 1
    for block in _BLOCK.split(blanked(page.document.text, FRONT)):
        place = 0
        for end in (*(match.span() for match in _END.finditer(block)), (len(block), len(block))):
            sentence = block[place : end[0]]
            if sentence.strip():
                lead = len(sentence) - len(sentence.lstrip())
                yield line + sentence.count("\n", 0, lead), sentence.strip()
            line += block.count("\n", place, end[1])
            place = end[1]


def _texts(value: Any) -> Iterator[dict[str, str]]:
    """Every sentence of a record's own texts, the languages paired; not its change notes."""
    if isinstance(value, Text):
        yield from _paired(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            if name != "history" and name not in _NAMES:
                yield from _texts(getattr(value, name))


def _texts_around(record: Record, path: tuple[str | int, ...]) -> Iterator[dict[str, str]]:
    """The texts of the smallest part of a record that holds a reference and has texts."""
    owners: list[Any] = [record]
    for step in path[:-1]:
        owners.append(owners[-1][step] if isinstance(step, int) else getattr(owners[-1], step))
    for owner in reversed(owners):
        fields = getattr(type(owner), "model_fields", {})
        said = [name for name in fields if name not in _NAMES]
        texts = [value for name in said if isinstance(value := getattr(owner, name), Text)]
        if texts and "history" not in path:
            for text in texts:
                yield from _paired(text)
            return


def _paired(text: Text) -> Iterator[dict[str, str]]:
    ru, en = _END.split(text.ru), _END.split(text.en or "")
    if len(ru) == len(en):
        for pair in zip(ru, en, strict=True):
            yield dict(zip(LANGUAGES, pair, strict=True))
    else:
        yield {"ru": text.ru} | ({"en": text.en} if text.en else {})
