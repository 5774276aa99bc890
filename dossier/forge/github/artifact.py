"""What a fork's run left behind: two small files, of which every part is checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.forge.github import tame
from dossier.forge.review.suggestions import MOST, Suggestion

MOST_BYTES = 256_000
_PATH = re.compile(r"data/(?:tombstones|[a-z]+/[a-z0-9_-]+)\.yml")


class BadArtifact(Exception):
    """An artifact that is not what our own run makes; the message says why."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A comment and suggestions for one pull request."""

    number: int
    comment: str
    suggestions: tuple[Suggestion, ...]


def read_artifact(folder: Path) -> Artifact:
    """The artifact in a folder; raises `BadArtifact`."""
    comment = _text(folder / "comment.md")
    if found := tame.trouble(comment):
        raise BadArtifact(f"comment.md: {found}")
    try:
        about = json.loads(_text(folder / "review.json"))
    except (ValueError, RecursionError):
        raise BadArtifact("review.json is not JSON") from None
    number = about.get("pull_request") if isinstance(about, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number < 10**9:
        raise BadArtifact("review.json does not name a pull request")
    listed = about.get("suggestions")
    if not isinstance(listed, list) or len(listed) > MOST:
        raise BadArtifact(f"review.json has no list of at most {MOST} suggestions")
    return Artifact(number, comment, tuple(_suggestion(entry) for entry in listed))


def _text(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            raise BadArtifact(f"{path.name} is missing, or is no plain file")
        if path.stat().st_size > MOST_BYTES:
            raise BadArtifact(f"{path.name} has more than {MOST_BYTES:,} bytes")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadArtifact(f"{path.name} cannot be read as text") from None


def _suggestion(entry: Any) -> Suggestion:
    if not isinstance(entry, dict) or entry.keys() != {"path", "first", "last", "text"}:
        raise BadArtifact("a suggestion has other fields than path, first, last and text")
    path, first, last, text = (entry[key] for key in ("path", "first", "last", "text"))
    if not isinstance(path, str) or not _PATH.fullmatch(path):
        raise BadArtifact("a suggestion is not for a record")
    if not all(type(line) is int for line in (first, last)) or not 1 <= first <= last <= 10_000:
        raise BadArtifact("a suggestion names no lines")
    if not isinstance(text, str) or len(text) > 4000 or "```" in text or not _is_visible(text):
        raise BadArtifact("a suggestion holds what no record may hold")
    return Suggestion(path, first, last, text)


def _is_visible(text: str) -> bool:
    return text.replace("\n", "").replace("\u00a0", "").isprintable()
