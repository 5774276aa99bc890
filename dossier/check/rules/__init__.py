"""The rules: one module each, found by name; `findings` runs them all.

A rule module holds, in this order of importance:

- a docstring: the rule in one sentence;
- `check(dataset)`, which yields a `Problem` for every breach and never raises; a rule that asks
  for `today` as well gets the day that the check is made for, or None;
- `WHY`: why the rule exists, in one to three sentences;
- `BAD` and `GOOD`: a fragment of YAML that breaks the rule, and the same one mended;
- optionally `SEVERITY = "warning"`.

The rule's id is the module's name with hyphens. Rules that reading itself applies have no module:
their texts stand in `reading.yml`. `tests/rules/<id>/` holds the golden case of each. Modules whose
names begin with an underscore are what several rules share.
"""

from __future__ import annotations

import datetime
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dossier.messages import Message
from dossier.parsing import nodes
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding, Severity

if TYPE_CHECKING:
    from dossier.dataset import Dataset
    from dossier.model import Record


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule has to say: the record, the path of the value in it, the mistake, the remedy.

    A file that is no valid record, and a page, can be named by its document; a page has no nodes,
    so its problems bring their own `mark`.
    """

    record: Record | Document
    path: nodes.Path
    message: Message
    remedy: Message
    at_key: bool = False
    mark: nodes.Mark | None = None
    severity: Severity | None = None  # where it is not that of the rule

    def finding(self, rule: Rule) -> Finding:
        """The problem at its place in the file."""
        owner = self.record
        document = owner if isinstance(owner, Document) else owner.document
        place = nodes.locate_key if self.at_key else nodes.locate
        mark = self.mark or place(document.root, self.path)
        severity = self.severity or rule.severity
        return Finding(document.path, *mark, rule.id, self.message, self.remedy, severity)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module describes it."""

    id: str
    summary: Message
    why: Message
    bad: str
    good: str
    severity: Severity = "error"
    check: Callable[..., Iterator[Problem]] | None = None

    def problems(self, dataset: Dataset, today: datetime.date | None) -> Iterator[Problem]:
        """Every breach of the rule in the dataset."""
        if self.check is None:
            return iter(())
        if "today" in inspect.signature(self.check).parameters:
            return self.check(dataset, today=today)
        return self.check(dataset)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by id, in alphabetical order."""
    rules = {}
    text = resources.files(__name__).joinpath("reading.yml").read_bytes()
    for rule_id, about in nodes.plain(nodes.read(text)[0]).items():
        summary, why = Message(about["summary"]), Message(about["why"])
        severity: Severity = "warning" if about.get("severity") == "warning" else "error"
        rules[rule_id] = Rule(rule_id, summary, why, about["bad"], about["good"], severity)
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        rule_id = info.name.replace("_", "-")
        summary = Message((module.__doc__ or "").strip())
        severity = getattr(module, "SEVERITY", "error")
        rules[rule_id] = Rule(
            rule_id, summary, module.WHY, module.BAD, module.GOOD, severity, module.check
        )
    return dict(sorted(rules.items()))


def findings(dataset: Dataset, today: datetime.date | None = None) -> list[Finding]:
    """Every finding on the dataset: those of loading and those of the rules, in file order.

    `today` is given, never read from the clock: the same data must give the same findings.
    """
    findings = set(dataset.findings)
    for rule in all_rules().values():
        findings |= {problem.finding(rule) for problem in rule.problems(dataset, today)}
    # Where a line could not be read, or waits to be written, whatever else is said of it would
    # mislead.
    silent = {_line(finding) for finding in findings if _comes_first(finding)}
    return sorted(
        finding for finding in findings if _comes_first(finding) or _line(finding) not in silent
    )


def _comes_first(finding: Finding) -> bool:
    return finding.rule.startswith("yaml-") or finding.rule == "placeholder"


def _line(finding: Finding) -> tuple[str, int]:
    return finding.path, finding.line
