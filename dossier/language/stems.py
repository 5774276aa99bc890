"""Words as a search compares them: folded, and cut to the stem by the rules of their alphabet.

Russian and English stems are Snowball's (snowballstem.org), as in Pagefind's index; a word of
another alphabet is compared as it stands. The browser does the same in `words.js`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_MARKED = re.compile("([a-z])[\u0300-\u036f]+")
_RUSSIAN = re.compile("[а-я-]+")
_ENGLISH = re.compile("[a-z'-]+")


def fold_word(word: str) -> str:
    """Lower case, ё as е, Latin letters without their marks: «Türkiye» and “turkiye” are one."""
    plain = word.lower().replace("ё", "е").replace("ı", "i").replace("’", "'")
    bare = _MARKED.sub(r"\1", unicodedata.normalize("NFD", plain))
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word: «анку» and «Анка» have one, «Анкара» has another."""
    folded = fold_word(word)
    if _RUSSIAN.fullmatch(folded):
        return str(_stemmer("russian").stemWord(folded))
    if _ENGLISH.fullmatch(folded):
        return str(_stemmer("english").stemWord(folded))
    return folded


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)
