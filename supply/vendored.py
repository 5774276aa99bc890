"""Holds the files that were made by others against `vendored.toml`, or writes their sums anew.

.venv/bin/python -m supply.vendored            exit status 1 and a line for each difference
.venv/bin/python -m supply.vendored --update   after a file was replaced on purpose
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LIST = Path(__file__).with_name("vendored.toml")
# Folders in which every file is somebody else's, but for these that tell of them.
FOLDERS = ("overrides/assets/fonts", "dossier/rendering/pdf/fonts", "tests/fixtures/naughty")
OWN = frozenset({"README.md", "coverage.txt"})
NEEDED = ("name", "source", "version", "licence", "licence_file", "changed")
SUM = re.compile(r'^(?P<name>"[^"]+") = "[0-9a-f]*"$', re.MULTILINE)


def listed(path: Path = LIST) -> list[dict[str, Any]]:
    """Every work in the list: what it is, its licence, and its files with their SHA-256."""
    works: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["work"]
    return works


def problems(works: list[dict[str, Any]], root: Path = ROOT) -> Iterator[str]:
    """Each difference between the list and the files below `root`, as a sentence."""
    known: set[str] = set()
    for work in works:
        for field in NEEDED:
            if not work.get(field):
                yield f"{work.get('name', '?')}: `{field}` is missing"
        known |= {*work["files"], work["licence_file"]}
        for name, digest in work["files"].items():
            if not (root / name).is_file():
                yield f"{name}: the file is gone; take it off the list or bring it back"
            elif sum_of(root / name) != digest:
                yield f"{name}: the file is not what the list says; see --update"
        if not (root / work["licence_file"]).is_file():
            yield f"{work['name']}: there is no licence at {work['licence_file']}"
    for folder in FOLDERS:
        for path in sorted((root / folder).iterdir()):
            name = path.relative_to(root).as_posix()
            if path.name not in OWN and name not in known:
                yield f"{name}: the list does not name this file"


def sum_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def updated(text: str, root: Path = ROOT) -> str:
    """The list with the sums that the files have now."""

    def now(line: re.Match[str]) -> str:
        name = line["name"]
        return f'{name} = "{sum_of(root / name[1:-1])}"'

    return SUM.sub(now, text)


def main() -> int:
    """Compare or update, as the arguments ask."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--update", action="store_true", help="write the sums anew")
    if parser.parse_args().update:
        LIST.write_text(updated(LIST.read_text("utf-8")), "utf-8")
    found = list(problems(listed()))
    print(
        "\n".join(found) or f"vendored files: {sum(len(w['files']) for w in listed())}, as listed"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
