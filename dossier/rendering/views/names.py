"""Names and the other words by which readers look for them: spellings, alphabets, synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.language.stems import WORD, stem
from dossier.language.typography import fold
from dossier.model import Text, Vocabulary
from dossier.rendering import addresses
from dossier.rendering.views.people import people

AXIS = "names"  # terms of no record: products, exercises, words


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its other spellings, and the page that is about it, if there is one."""

    label: Text
    others: tuple[str, ...]
    url: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The single words that stand for the name, one of each stem."""
        written = (self.label.ru, self.label.en or "", *self.others)
        words = {stem(word): word for word in reversed(written) if WORD.fullmatch(word)}
        return tuple(reversed(words.values()))

    def others_in(self, language: str) -> tuple[str, ...]:
        """How else it is written: in the other language, then by the vocabulary."""
        shown = self.label.in_language(language)
        written = (self.label.en if language == "ru" else self.label.ru, *self.others)
        return tuple(dict.fromkeys(word for word in written if word and word != shown))


def names(dataset: Dataset) -> Iterator[Name]:
    """Every term with other spellings, in the order of the vocabularies."""
    for axis, vocabulary in dataset.of(Vocabulary).items():
        for key, term in vocabulary.terms.items():
            if term.aliases or axis == AXIS:
                url = addresses.actor(key) if axis == "actors" else None
                yield Name(term.label, term.aliases, url)


def surnames(dataset: Dataset) -> Iterator[Name]:
    """The last word of every person's name, in both languages."""
    for person in people(dataset, "ru"):
        ru, en = person.name.ru.split()[-1], (person.name.en or "").split()[-1:]
        yield Name(Text(ru=ru, en="".join(en) or None), ())


def synonyms(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """For the stem of each form of a name, all the words that stand for the same."""
    joined: dict[str, tuple[str, ...]] = {}
    for name in (*names(dataset), *surnames(dataset)):
        known = [word for form in name.forms for word in joined.get(stem(form), (form,))]
        words = tuple({stem(word): word for word in known}.values())
        joined.update((key, words) for word in words for key in _stems(word))
    return {key: words for key, words in joined.items() if len(words) > 1 or key != stem(words[0])}


def _stems(name: str) -> set[str]:
    """The stems of a name in its cases: Snowball takes «Жаксылыков» itself for a case."""
    cases = ("", "а", "ым") if name[-2:] in ("ов", "ев", "ин") else ("",)
    return {stem(name + case) for case in cases}


def suggested(dataset: Dataset, language: str) -> list[str]:
    """What the search offers in the place of a word that it does not have: names, by alphabet."""
    words = {person.name.in_language(language) for person in people(dataset, language)}
    for axis in ("actors", "themes", AXIS):
        for term in dataset.terms(axis).values():
            words.update((term.label.in_language(language), *term.aliases))
    return sorted(words, key=fold)


def index_of_names(dataset: Dataset, language: str) -> list[Name]:
    """Parties, people and other names by alphabet, each with the words that lead to it."""
    entries = [
        Name(term.label, term.aliases, addresses.actor(key))
        for key, term in dataset.terms("actors").items()
    ]
    entries += [Name(term.label, term.aliases) for term in dataset.terms(AXIS).values()]
    for person in people(dataset, language):
        others = other_spellings(person.name, dataset)
        entries.append(Name(person.name, others, addresses.PEOPLE))
    return sorted(entries, key=lambda name: fold(name.label.in_language(language)).lstrip('"'))


def other_spellings(name: Text, dataset: Dataset) -> tuple[str, ...]:
    """The spellings of a person's surname that the vocabulary adds to the two languages."""
    last = {stem(text.split()[-1]) for text in (name.ru, name.en or "") if text.split()}
    own = {fold(word) for text in (name.ru, name.en or "") for word in text.split()}
    for term in dataset.terms(AXIS).values():
        labels = (term.label.ru, term.label.en or term.label.ru)
        if any(stem(label) in last for label in labels):
            return tuple(word for word in term.aliases if fold(word) not in own)
    return ()
