"""Findings in Russian.

Rules say what they find in English sentences with values in them. Here a sentence is recognised
by its shape, `the claim {a} cites no source`, and said again in Russian with the same values, so
that rules stay plain sentences and both languages can be read side by side in one file,
`locale/findings.ru.yml`. What is not recognised stays English; a test lets no rule come to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dossier.check.catalogue import catalogue, described_in_russian
from dossier.check.findings import Finding

_PLACE = re.compile(r"\{(\w+)\}")
_LETTER = re.compile(r"letter (\d+) is the (Latin|Cyrillic) “(.)”")
_ALPHABETS = {"Latin": "латинская", "Cyrillic": "русская"}


def in_language(findings: Iterable[Finding], language: str) -> Iterator[Finding]:
    """The findings as readers of a language are told them."""
    for finding in findings:
        if language != "ru":
            yield finding
            continue
        message, remedy = (
            in_russian(finding.rule, text) or text for text in (finding.message, finding.remedy)
        )
        yield replace(finding, message=message, remedy=remedy)


def in_russian(rule: str, text: str) -> str | None:
    """A sentence of a rule in Russian; None if the catalogue does not have it."""
    for sentence in _sentences(rule):
        if (found := sentence.values_in(text)) is not None:
            values = {name: _value(rule, name, value) for name, value in found.items()}
            return sentence.russian.format(**values)
    return None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """An English sentence, by its own words and the names of the places between, and its Russian.

    It is matched piece by piece: the time a regular expression takes would grow with a power of
    the length of a value, and a value may be as long as a file.
    """

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    russian: str

    def values_in(self, text: str) -> dict[str, str] | None:
        """What stands in the places, each as short as can be; None if it is another sentence."""
        first, *rest = self.pieces
        if not rest:
            return {} if text == first else None
        if not text.startswith(first):
            return None
        start, found = len(first), {}
        for name, piece in zip(self.names[:-1], rest[:-1], strict=True):
            end = text.find(piece, start + 1)
            if end < 0:
                return None
            found[name] = text[start:end]
            start = end + len(piece)
        end = len(text) - len(rest[-1])
        if end <= start or not text.endswith(rest[-1]):
            return None
        return found | {self.names[-1]: text[start:end]}


@cache
def _sentences(rule: str) -> tuple[_Sentence, ...]:
    """The sentences that a rule may say, those with most words of their own first."""
    known = catalogue("findings")
    pairs = [*known.get(rule, {}).items(), *known["common"].items()]
    pairs.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))
    split = [(_PLACE.split(english), russian) for english, russian in pairs]
    return tuple(
        _Sentence(tuple(parts[::2]), tuple(parts[1::2]), russian) for parts, russian in split
    )


def _value(rule: str, name: str, text: str) -> str:
    """A value in Russian, where it holds words; the name of its place says of what sort it is."""
    say: dict[str, Callable[[str], str]] = {
        "part": lambda part: in_russian(rule, part) or part,
        "list": _list,
        "type": lambda word: str(catalogue("findings")["types"].get(word, word)),
        "sort": lambda word: str(catalogue("findings")["sorts"].get(word, word)),
        "what": lambda what: what.replace("an item of ", "пункта "),
        "field": lambda about: described_in_russian(about) or about,
        "letters": lambda letters: _LETTER.sub(
            lambda match: f"буква {match[1]} — {_ALPHABETS[match[2]]} «{match[3]}»", letters
        ),
    }
    return say[name](text) if name in say else text


def _list(text: str) -> str:
    text = text.removeprefix("one of ")
    text = re.sub(r" and (\d+) more$", r" и ещё \1", text)
    return text.replace("` and `", "` и `").replace("` or `", "` или `")
