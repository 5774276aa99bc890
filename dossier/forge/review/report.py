"""The review of one change: findings, what changes in words, suggestions."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from dossier.check import rules
from dossier.check.changed import findings_since
from dossier.dataset import Dataset
from dossier.dataset.snapshots import opened_commit
from dossier.diff.compare import compare
from dossier.diff.markdown import as_markdown
from dossier.diff.wording import Wording
from dossier.forge.review.history import Change, change_between
from dossier.forge.review.layout import unformatted
from dossier.forge.review.suggestions import Suggestion, suggestions
from dossier.forge.review.trespass import trespasses
from dossier.forge.stale import patches
from dossier.language.words import LANGUAGES
from dossier.parsing.findings import Finding

MOST_CHARACTERS = 24_000  # of what changes, in each language


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to say of a change; `words` tells in each language what changes in meaning.

    `stale` are patches for the files that the change leaves out of date, by their path,
    `unformatted` those for records that it leaves in another layout than the usual one.
    """

    change: Change
    findings: tuple[Finding, ...]
    words: dict[str, str]
    suggestions: tuple[Suggestion, ...]
    stale: dict[str, str] = field(default_factory=dict)
    unformatted: dict[str, str] = field(default_factory=dict)


def review(base: str, head: str, data: Path, today: datetime.date | None) -> Review:
    """The review of `head` against the branch `base`, both read as data; raises `SnapshotError`."""
    change = change_between(base, head, data)
    with opened_commit(change.start, data) as old, opened_commit(change.head, data) as new:
        difference = compare(old, new)
        before, after = old.dataset, new.dataset
    touched, name = set(change.paths), data.absolute().name
    findings = findings_since(before, rules.findings(after, today), touched, name, today)
    words = {
        language: as_markdown(difference, Wording(language, before, after), MOST_CHARACTERS)
        for language in LANGUAGES
    }
    return Review(
        change,
        (*trespasses(change, difference, name), *findings),
        words,
        tuple(suggestions(change, after)),
        _stale(change, after, name),
        unformatted(change, after),
    )


def _stale(change: Change, after: Dataset, data: str) -> dict[str, str]:
    """Patches for the files that are made from the vocabulary, where the change touches it."""
    if not any(path.startswith(f"{data}/vocabulary/") for path in change.paths):
        return {}
    return patches(after, change.text_of)
