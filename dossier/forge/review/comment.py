"""The review as a comment on a pull request; whatever the change holds is shown, and does nothing.

Every text of the change goes through `diff/escape.py`. A comment on GitHub has at most 65,536
characters: each part has its own limit, and their sum is below that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from dossier.dataset.snapshots import MAX_FILES, MAX_TOTAL, SnapshotError, TooLarge
from dossier.diff import escape
from dossier.forge.review.report import Review
from dossier.forge.review.suggestions import Suggestion
from dossier.forge.sentences import Sentences
from dossier.language.words import LANGUAGES
from dossier.parsing.findings import Finding

MARKER = "<!-- dossier:review -->"
ENGLISH = "<details>\n<summary>In English</summary>\n"
MOST_FINDINGS = 20
MOST_CHARACTERS = 5_000  # of the findings, in each language
MOST_LEFT_OUT = 10


def as_comment(review: Review, left_out: Iterable[Suggestion] = (), preview: str = "") -> str:
    """The comment, Russian first; names the suggestions that are `left_out`, links the preview."""
    commit = review.change.head[:10]
    places = [f"{suggestion.path}:{suggestion.first}" for suggestion in left_out]
    parts = []
    for say in map(Sentences, LANGUAGES):
        lines = [*_findings(review.findings, say), review.words[say.language]]
        if places:
            shown = [escape.code(place) for place in places[:MOST_LEFT_OUT]]
            if len(places) > MOST_LEFT_OUT:
                shown.append(say("more", number=str(len(places) - MOST_LEFT_OUT)))
            lines += [say("review.left_out", places=", ".join(shown)), ""]
        for key, patches in (("stale", review.stale), ("layout", review.unformatted)):
            if patches:
                named = ", ".join(map(escape.code, islice(patches, MOST_LEFT_OUT)))
                lines += [say(f"review.{key}", paths=named), ""]
        if preview:
            archive = escape.link("`preview`", preview)
            lines += [say("review.preview", commit=commit, archive=archive), ""]
        parts.append("\n".join(lines))
    return _whole(parts) + _patch([*review.stale.values(), *review.unformatted.values()])


def _patch(patches: Iterable[str]) -> str:
    """The patches that are short enough, of what can be seen alone, as one."""
    text = ""
    for patch in patches:
        if len(text + patch) <= MOST_CHARACTERS and re.sub("[\n\u00a0]", "", patch).isprintable():
            text += patch
    if not text:
        return ""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 0)
    return (
        f"\n<details>\n<summary>git apply</summary>\n\n{fence}diff\n{text}{fence}\n\n</details>\n"
    )


def as_refusal(reason: SnapshotError) -> str:
    """The comment on a change that cannot be read, so that there is no review."""
    key = "review.too_large" if isinstance(reason, TooLarge) else "review.unread"
    values = {
        "files": f"{MAX_FILES:,}",
        "megabytes": str(MAX_TOTAL // 2**20),
        "reason": escape.sentence(f"{reason}."),
    }
    return _whole([Sentences(language)(key, **values) + "\n" for language in LANGUAGES])


def _whole(parts: list[str]) -> str:
    russian, english = parts
    return "\n".join([MARKER, "", russian, ENGLISH, english, "</details>", ""])


def _findings(findings: tuple[Finding, ...], say: Sentences) -> Iterator[str]:
    """The findings as a list, errors first, as many as fit; nothing where there are none."""
    if not findings:
        return
    yield from (f"## {say('review.findings')}", "")
    room, number = MOST_CHARACTERS, 0
    for finding in sorted(findings, key=lambda finding: not finding.is_error)[:MOST_FINDINGS]:
        line = f"- {escape.code(f'{finding.path}:{finding.line}')}: {say.finding(finding)}"
        if len(line) <= room:
            room, number = room - len(line), number + 1
            yield line
    if number < len(findings):
        yield f"- {say('more', number=str(len(findings) - number))}"
    yield ""
