"""The review of one change: its findings, and the comment and suggestions as files."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from dossier.check import rules
from dossier.check.changed import findings_since
from dossier.dataset import load
from dossier.dataset.snapshots import opened
from dossier.diff import escape
from dossier.diff.compare import compare
from dossier.diff.markdown import as_markdown
from dossier.diff.wording import Wording
from dossier.forge.review.history import Change, change_since
from dossier.forge.review.suggestions import Suggestion, suggestions
from dossier.forge.review.trespass import trespasses
from dossier.forge.sentences import Sentences
from dossier.language.words import LANGUAGES
from dossier.parsing.findings import Finding

MARKER = "<!-- dossier:review -->"
ENGLISH = ("<details>", "<summary>In English</summary>")
MOST_FINDINGS = 20
MOST_CHARACTERS = 24_000  # of what changes, in each language


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to say of a change."""

    change: Change
    findings: tuple[Finding, ...]
    comment: str
    suggestions: tuple[Suggestion, ...]


def review(base: str, data: Path, today: datetime.date | None) -> Review:
    """The review of HEAD against the branch `base`; raises `NoSnapshot`."""
    change = change_since(base, data)
    found = findings_since(change.base, rules.findings(load(data), today), data, today)
    with opened(change.base, data) as old, opened(None, data) as new:
        difference = compare(old, new)
        says = [Wording(language, old.dataset, new.dataset) for language in LANGUAGES]
        told = [as_markdown(difference, say, MOST_CHARACTERS) for say in says]
    with opened(change.tip, data) as tip:
        found = [*trespasses(change, difference, data, tip.dataset), *found]
    parts = [
        _findings(found, Sentences(language)) + text
        for language, text in zip(LANGUAGES, told, strict=True)
    ]
    comment = "\n".join([MARKER, "", parts[0], *ENGLISH, "", parts[1], "</details>", ""])
    return Review(change, tuple(found), comment, tuple(suggestions(change, data)))


def _findings(found: list[Finding], say: Sentences) -> str:
    """The findings as a list, errors first; nothing where there are none."""
    if not found:
        return ""
    ordered = sorted(found, key=lambda finding: not finding.is_error)
    lines = [
        f"- {escape.code(f'{one.path}:{one.line}')}: {say.finding(one)}"
        for one in ordered[:MOST_FINDINGS]
    ]
    if len(ordered) > MOST_FINDINGS:
        lines.append(f"- {say('more', number=str(len(ordered) - MOST_FINDINGS))}")
    return "\n".join([f"## {say('review.findings')}", "", *lines, "", ""])


def write_review(made: Review, number: int, folder: Path) -> None:
    """The files that `dossier comment` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "comment.md").write_text(made.comment, encoding="utf-8", newline="\n")
    about = {
        "pull_request": number,
        "suggestions": [asdict(one) for one in made.suggestions],
    }
    text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    (folder / "review.json").write_text(text, encoding="utf-8", newline="\n")
