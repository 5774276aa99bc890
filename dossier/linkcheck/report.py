"""What a visit to all addresses found: lines for a terminal, tasks for an issue, JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from dossier.check.report import printable
from dossier.diff import escape
from dossier.linkcheck.verdict import VERDICTS
from dossier.linkcheck.visits import Visit

HEADINGS = {
    "dead": "Gone",
    "moved": "Moved",
    "refused": "Refused: nobody can tell from here",
    "unanswered": "No answer: nobody can tell from here",
    "not_asked": "Not asked",
    "excepted": "Known, by an exception",
}
EXCEPTIONS = "data/link-exceptions.yml"


def summary(visits: list[Visit]) -> str:
    """How many addresses there are, and of which verdict."""
    counts = Counter(entry.judged.verdict for entry in visits)
    parts = [f"{counts[verdict]} {verdict.replace('_', ' ')}" for verdict in reversed(VERDICTS)]
    known = sum(entry.exception is not None for entry in visits)
    many = f"{len(visits)} address{'' if len(visits) == 1 else 'es'}"
    return f"{many}: {', '.join(parts)}" + (f"; {known} excepted" if known else "")


def as_lines(visits: list[Visit]) -> Iterator[str]:
    """Every address that does not simply answer, with its first place and what helps."""
    for entry in visits:
        if entry.judged.verdict == "ok" and entry.exception is None:
            continue
        place = entry.places[0]
        yield printable(f"{place.path}:{place.line}: {entry.judged.verdict}: {entry.url}")
        for line in _remarks(entry, str):
            yield printable(f"  {line}")


def as_markdown(visits: list[Visit]) -> Iterator[str]:
    """The same for an issue: what has to be done as tasks, the rest as lists."""
    yield f"**{summary(visits)}.**"
    for name, heading in HEADINGS.items():
        entries = [entry for entry in visits if _group(entry) == name]
        if not entries:
            continue
        yield f"\n### {heading}\n"
        box = "[ ] " if name in ("dead", "moved") else ""
        for entry in entries:
            files = ", ".join(dict.fromkeys(escape.code(place.path) for place in entry.places))
            yield f"- {box}{escape.code(entry.url, 2000)} in {files}"
            yield from (f"  - {line}" for line in _remarks(entry, _marked))


def as_json(visits: list[Visit]) -> str:
    """Everything, with stable keys."""
    return json.dumps([_tree(entry) for entry in visits], ensure_ascii=False, indent=2)


def _group(entry: Visit) -> str:
    return "excepted" if entry.exception else entry.judged.verdict


def _remarks(entry: Visit, shown: Callable[[str], str]) -> Iterator[str]:
    if entry.judged.detail:
        yield shown(entry.judged.detail)
    if entry.archive is not None:
        copy = {
            True: "an archived copy is at",
            None: "an archived copy may be at",
            False: "the archive has no copy at",
        }[entry.archived]
        yield f"{copy} {shown(entry.archive)}"
    if entry.exception is not None:
        reason = f"{shown(entry.exception.reason)} (until {shown(entry.exception.until)})"
        if entry.judged.verdict == "ok":
            yield f"it answers again: take the exception out of {EXCEPTIONS}"
        else:
            yield f"known: {reason}"


def _marked(text: str) -> str:
    return escape.code(text, 2000)


def _tree(entry: Visit) -> dict[str, Any]:
    exception = entry.exception
    return {
        "url": entry.url,
        "verdict": entry.judged.verdict,
        "detail": entry.judged.detail,
        "status": entry.judged.status,
        "moved_to": entry.judged.now,
        "archive": entry.archive,
        "archived": entry.archived,
        "exception": {"reason": exception.reason, "until": exception.until} if exception else None,
        "places": [
            {"path": place.path, "line": place.line, "field": place.field, "source": place.source}
            for place in entry.places
        ],
    }
