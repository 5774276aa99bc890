"""The rules: one module each, found by name; `findings` runs them all.

A rule module holds, in this order of importance:

- a docstring: the rule in one sentence;
- `check(dataset)`, which yields a `Breach` for every breach and never raises; a rule that asks
  for `today` as well gets the day that the check is made for, or None. A rule that the loader
  applies while reading has no `check`;
- `WHY`: why the rule exists, in one to three sentences;
- `BAD` and `GOOD`: a fragment of YAML that breaks the rule, and the same one mended;
- optionally `SEVERITY = "warning"`.

The rule's id is the module's name with hyphens. `tests/rules/<id>/` holds its golden case.
Modules whose names begin with an underscore are what several rules share.
"""

from __future__ import annotations

import datetime
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dossier.check.findings import Finding, Severity
from dossier.parsing import nodes
from dossier.parsing.documents import Document

if TYPE_CHECKING:
    from dossier.dataset import Dataset
    from dossier.model import Record


@dataclass(frozen=True, slots=True)
class Breach:
    """One breach of a rule: the record, the path of the value in it, and what to tell.

    A file that is no valid record, and a page, can be named by its document; a page has no nodes,
    so its breaches bring their own `mark`.
    """

    record: Record | Document
    path: nodes.Path
    message: str
    remedy: str
    at_key: bool = False
    mark: nodes.Mark | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module describes it."""

    id: str
    summary: str
    why: str
    bad: str
    good: str
    severity: Severity
    check: Callable[..., Iterator[Breach]] | None

    def breaches(self, dataset: Dataset, today: datetime.date | None) -> Iterator[Breach]:
        """Every breach of the rule in the dataset."""
        if self.check is None:
            return iter(())
        if "today" in inspect.signature(self.check).parameters:
            return self.check(dataset, today=today)
        return self.check(dataset)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id, in alphabetical order."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        rule = Rule(
            id=info.name.replace("_", "-"),
            summary=(module.__doc__ or "").strip(),
            why=module.WHY,
            bad=module.BAD,
            good=module.GOOD,
            severity=getattr(module, "SEVERITY", "error"),
            check=getattr(module, "check", None),
        )
        found[rule.id] = rule
    return found


def findings(dataset: Dataset, today: datetime.date | None = None) -> list[Finding]:
    """Every finding on the dataset: those of loading and those of the rules, in file order.

    `today` is given, never read from the clock: the same data must give the same findings.
    """
    found = {
        Finding(p.path, p.mark.line, p.mark.column, p.rule, p.message, p.remedy)
        for p in dataset.problems
    }
    for rule in all_rules().values():
        for breach in rule.breaches(dataset, today):
            owner = breach.record
            document = owner if isinstance(owner, Document) else owner.document
            place = nodes.locate_key if breach.at_key else nodes.locate
            mark = breach.mark or place(document.root, breach.path)
            found.add(
                Finding(
                    document.path,
                    mark.line,
                    mark.column,
                    rule.id,
                    breach.message,
                    breach.remedy,
                    rule.severity,
                )
            )
    # Where a line could not be read, or waits to be written, whatever else is said of it would
    # mislead.
    silent = {_line(finding) for finding in found if _comes_first(finding)}
    return sorted(
        finding for finding in found if _comes_first(finding) or _line(finding) not in silent
    )


def _comes_first(finding: Finding) -> bool:
    return finding.rule.startswith("yaml-") or finding.rule == "placeholder"


def _line(finding: Finding) -> tuple[str, int]:
    return finding.path, finding.line
