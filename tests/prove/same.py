"""Two built sites held against each other, byte by byte.

.venv/bin/python -m tests.prove.same SITE OTHER    prints the differences, exit status 1 if any
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# The theme names the generator with its version on every page; nothing else may tell them apart.
GENERATOR = re.compile(rb'<meta name="generator" content="mkdocs-[^"]*">')


def differences(one: Path, other: Path, *, generator: bool = True) -> Iterator[str]:
    """Each difference as a line: the file, and where its bytes part.

    Without `generator`, the line that names the generator is left out of the comparison.
    """
    here, there = _files(one), _files(other)
    for name in sorted(here ^ there):
        yield f"{name}: only in the {'first' if name in here else 'second'} site"
    for name in sorted(here & there):
        pair = [(folder / name).read_bytes() for folder in (one, other)]
        if not generator:
            pair = [GENERATOR.sub(b"", content) for content in pair]
        if pair[0] != pair[1]:
            place = _parting(*pair)
            near = [content[max(place - 30, 0) : place + 50] for content in pair]
            yield f"{name}: from byte {place} on {near[0]!r} and {near[1]!r}"


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def _parting(one: bytes, other: bytes) -> int:
    """The first byte in which two contents differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


if __name__ == "__main__":
    found = list(differences(Path(sys.argv[1]), Path(sys.argv[2]), generator=False))
    print("\n".join([*found[:20], f"differences: {len(found)}"]))
    sys.exit(bool(found))
