"""Another spelling of a term is new to it, is written in one alphabet and leads to one term."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules.mixed_scripts import mixture
from dossier.dataset import Dataset
from dossier.language.stems import stem
from dossier.messages import Message, _
from dossier.model import Vocabulary
from dossier.model.vocabulary import VocabularyTerm

WHY = _(
    "The search puts the other spellings beside a name. One that says what the label says adds "
    "nothing, one of two alphabets is never typed, and one of two terms leads to the wrong one."
)
BAD = """\
label: {ru: Otokar, en: Otokar}
aliases: [otokar]
"""
GOOD = """\
label: {ru: Otokar, en: Otokar}
aliases: [Отокар]
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each spelling that adds nothing, mixes alphabets or has two owners."""
    owners: dict[str, str] = {}
    for vocabulary in dataset.of(Vocabulary).values():
        for key, term in vocabulary.terms.items():
            for place, alias in enumerate(term.aliases):
                fault = _fault(alias, place, term, owners.get(_key(alias)))
                owners.setdefault(_key(alias), key)
                if fault:
                    path = ("terms", key, "aliases", place)
                    yield Problem(vocabulary, path, *fault)


def _fault(
    alias: str, place: int, term: VocabularyTerm, owner: str | None
) -> tuple[Message, Message] | None:
    labels = [text for text in (term.label.ru, term.label.en) if text]
    if _key(alias) in map(_key, labels):
        return _("`{alias}` says what the label says", alias=alias), _("delete it")
    if _key(alias) in map(_key, term.aliases[:place]):
        return _("`{alias}` stands in the list twice", alias=alias), _("delete one of the two")
    if mixture(alias):
        message = _("`{alias}` mixes two alphabets", alias=alias)
        return message, _("type the word again in one alphabet")
    if owner is not None:
        message = _("`{alias}` is a spelling of `{term}` as well", alias=alias, term=owner)
        return message, _("keep it where readers expect it")
    return None


def _key(text: str) -> str:
    """What makes two spellings the same to the search: the stems of their words."""
    return " ".join(stem(word) for word in text.split())
