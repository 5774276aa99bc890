"""Runs of words as hashes, so that a text can be recognised without being kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from dossier.language.typography import fold

LENGTH = 8
WORD = re.compile(r"\w+")


def runs(text: str, length: int = LENGTH) -> Iterator[str]:
    """The hash of every run of `length` words, case and punctuation aside."""
    words = WORD.findall(fold(text))
    for start in range(len(words) - length + 1):
        run = " ".join(words[start : start + length])
        yield hashlib.sha256(run.encode()).hexdigest()[:16]
