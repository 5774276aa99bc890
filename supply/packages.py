"""The packages that a lock file installs: version, licence, size, and who asks for each.

.venv/bin/python -m supply.packages     writes docs/development/dependencies.md anew
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/development/dependencies.md"
LOCKS = {"the site": "requirements.lock", "tests and lint as well": "requirements-dev.lock"}
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
ASKED = re.compile(r"^[A-Za-z0-9._-]+")
# What packages write in place of an identifier of SPDX.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
}
INTRO = """\
# Packages

Written by `python -m supply.packages` from the lock files and from what is installed; a test holds
names and versions against the locks. Sizes are of the installed files on the machine that wrote
the page. Every package is installed by its SHA-256 from a lock (`pip --require-hashes`), only as a
wheel, so that nothing of it runs while it is installed. `make bom` writes the bill of materials
(CycloneDX 1.6) of the site's lock with licences and sums, the vendored files among them; the
workflow *Prove* keeps one of every night. What stands in this repository and was made by others is
listed with versions, licences and sums in `supply/vendored.toml`.

What each direct dependency is for stands beside it in `pyproject.toml`. The largest are no code of
Python: Typst and Pagefind are programs in one file each, Material brings its icons, Babel the data
of all languages."""


@dataclass(frozen=True, slots=True)
class Package:
    """One package of a lock; `size` in bytes and `licence` as SPDX are empty if not installed."""

    name: str
    version: str
    licence: str
    size: int
    asked_by: tuple[str, ...]


def locked(lock: Path) -> dict[str, str]:
    """The versions in a lock file by the normal names of their packages."""
    return {normal(name): version for name, version in PINNED.findall(lock.read_text("utf-8"))}


def normal(name: str) -> str:
    """A name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def packages(lock: Path) -> list[Package]:
    """The packages of a lock by name."""
    versions = locked(lock)
    asked: dict[str, set[str]] = defaultdict(set)
    for name in ("dossier", *versions):
        for line in _requirements(name):
            if found := ASKED.match(line):
                asked[normal(found[0])].add(name)
    return [
        Package(name, version, licence(name), _size(name), tuple(sorted(asked[name])))
        for name, version in sorted(versions.items())
    ]


def licence(name: str) -> str:
    """The licence of an installed package as SPDX names it, or nothing."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    if expression := told.get_all("License-Expression", []):
        return str(expression[0])
    classes = [value for value in told.get_all("Classifier", []) if value.startswith("License ::")]
    words = [value.rpartition(" :: ")[2] for value in classes]
    short = told.get_all("License", [""])[0].strip().split("\n")[0]
    words = [word for word in words if word != "OSI Approved"] or ([short] if short else [])
    return " AND ".join(SPDX.get(word, word) for word in words)


def _requirements(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []


def _size(name: str) -> int:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return 0
    own = (file for file in files if file.suffix != ".pyc")
    return sum(file.size or 0 for file in own)


def page() -> str:
    """The page of documentation."""
    parts, known = [INTRO], set[str]()
    for what, lock in LOCKS.items():
        found = [package for package in packages(ROOT / lock) if package.name not in known]
        known |= {package.name for package in found}
        total = sum(package.size for package in found) / 1e6
        parts.append(f"\n## For {what}: {len(found)} packages, {total:.0f} MB\n")
        parts.append("| package | version | licence | MB | asked for by |\n|---|---|---|---:|---|")
        parts += [_row(package) for package in found]
    return "\n".join(parts) + "\n"


def _row(package: Package) -> str:
    told = package.licence or ("not stated" if package.size else "not installed on this system")
    asked = ", ".join(package.asked_by) or "the lock"
    size = f"{package.size / 1e6:.1f}"
    return f"| {package.name} | {package.version} | {told} | {size} | {asked} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
