"""What a change has to answer for: findings in the files it touches, and those it brings about.

The rules always look at the whole dataset. A record that was deleted is missed elsewhere, so that
a finding in a file that nobody touched still belongs to the change, if the base does not have it.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from dossier.check import rules
from dossier.check.watch import news
from dossier.dataset import Dataset
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import MAX_BYTES


def findings_since(
    base: Dataset,
    findings: list[Finding],
    touched: set[str],
    here: str,
    today: datetime.date | None,
) -> list[Finding]:
    """Those of the findings that a change since `base` answers for.

    `touched` are the files of the change, named as findings name them; `here` is the name that the
    data folder has in them.
    """
    before = [_as_here(finding, base.data.name, here) for finding in rules.findings(base, today)]
    brought, _ = news(before, findings)
    return [finding for finding in findings if finding.path in touched or finding in brought]


def changed_files(base: Path, head: Path) -> set[str]:
    """Records and pages that differ between two data folders, named as findings name them."""
    names: set[str] = set()
    for old, new, kind in (
        (base, head, "*.yml"),
        (base.absolute().parent / "docs", head.absolute().parent / "docs", "*.md"),
    ):
        before, after = _contents(old, kind), _contents(new, kind)
        names |= {
            f"{new.absolute().name}/{name}"
            for name in before.keys() | after.keys()
            if before.get(name) != after.get(name)
        }
    return names


def _contents(folder: Path, kind: str) -> dict[str, bytes]:
    contents = {}
    for path in sorted(folder.rglob(kind)):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                contents[path.relative_to(folder).as_posix()] = file.read(MAX_BYTES + 1)
    return contents


def _as_here(finding: Finding, old: str, new: str) -> Finding:
    """The finding with the name that the data folder has now."""
    head, sign, rest = finding.path.partition("/")
    return replace(finding, path=new + sign + rest) if head == old else finding
