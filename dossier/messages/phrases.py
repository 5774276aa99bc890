"""Phrases of many messages: the word that was perhaps meant, the words to choose from."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from dossier.messages import Message, _

# What a reference names, after “there is no”.
NOUNS = {noun.text: noun for noun in (
    _("element"), _("source"), _("obligation"), _("assessment"), _("risk"), _("scenario"),
    _("dispute"), _("question"), _("article"), _("vocabulary"), _("claim"), _("indicator"),
    _("paragraph"),
)}  # fmt: skip


def nearest(word: str, known: Iterable[str], alike: float = 0.7) -> str:
    """The known word that looks most like this one; empty if none does."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=alike)), "")


def near(word: str, known: Iterable[str], alike: float = 0.7) -> Message | None:
    """`did you mean …?` for the nearest known word, if there is one."""
    match = nearest(word, known, alike)
    return _("did you mean `{word}`?", word=match) if match else None


def choice(words: Sequence[str], most: int = 12) -> Message:
    """`write one of …`: the words of which one is to be written."""
    if len(words) == 1:
        return _("write `{word}`", word=words[0])
    return _("write one of {words}", words=listed(words, most, either=True))


def listed(words: Sequence[str], most: int = 12, either: bool = False) -> Message:
    """`a`, `b` and `c`, or `either` of them; cut where the list grows too long to read."""
    shown = tuple(f"`{word}`" for word in words)
    if len(words) > most:
        return _("{words} and {rest} more", words=shown[:most], rest=len(words) - most)
    if len(words) < 2:
        return Message("{words}", (("words", shown),))
    both = _("{words} or {last}") if either else _("{words} and {last}")
    return both.given(words=shown[:-1], last=shown[-1])
