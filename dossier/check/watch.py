"""Looking again whenever a record or page is saved, and telling only what is new."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dossier.messages import Message
from dossier.parsing.findings import Finding

Stamp = tuple[tuple[str, int, int], ...]


def stamp(data: Path) -> Stamp:
    """Names, times and sizes of all files beside the records and pages, and of these themselves.

    Enough to see that something was saved, or lies where it should not.
    """
    docs = data.absolute().parent / "docs"
    entries = []
    for path in sorted([*data.rglob("*"), *docs.rglob("*")]):
        try:
            status = path.lstat()  # a link is another thing than what it leads to
        except OSError:  # gone between listing and looking
            continue
        entries.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(entries)


def rounds(data: Path, wait: Callable[[], None]) -> Iterator[None]:
    """One round at once, then one after each change; `wait` is what passes between two looks."""
    before: Stamp | None = None
    while True:
        now = stamp(data)
        if now != before:
            before = now
            yield
        wait()


def pause(seconds: float = 0.5) -> Callable[[], None]:
    """A wait for `rounds`."""
    return lambda: time.sleep(seconds)


def news(before: list[Finding] | None, now: list[Finding]) -> tuple[list[Finding], int]:
    """The findings that were not there a round before, and how many are gone.

    A finding that only moved to another line is neither.
    """
    if before is None:
        return now, 0
    old, new = _known(before), _known(now)
    return [f for key, f in new.items() if key not in old], len(old.keys() - new.keys())


def _known(findings: list[Finding]) -> dict[tuple[str, str, Message, int], Finding]:
    """Findings by what they say; equal ones are told apart by a number."""
    known: dict[tuple[str, str, Message, int], Finding] = {}
    for finding in findings:
        number = 0
        while (key := (finding.path, finding.rule, finding.message, number)) in known:
            number += 1
        known[key] = finding
    return known
