"""The pairs of examples on the page of rules: each bad one breaks its rule, each good one does not.

A fragment is put into a real record, in the place that it is a fragment of, and the rule is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.check.rules import Rule, all_rules
from dossier.dataset import Dataset
from dossier.dataset.validation import validate
from dossier.dataset.written_pages import _page
from dossier.formatting import model_of
from dossier.model import ONE_FILE, Record, Source
from dossier.parsing import nodes
from dossier.parsing.documents import Document
from dossier.parsing.nodes import ParseError

ROOT = Path(__file__).parents[2]
PLAN = "elements/cooperation-plan-2025.yml"
SOURCE = "sources/180-news.yml"
CLAIM = f"{PLAN} claims.0"
RISK = "risks/interoperability.yml"

# Where a fragment stands: the record, and the place in it if that is not its top.
PLACES = {
    "alias-form": "vocabulary/actors.yml terms.otokar",
    "assessment-without-author": "assessments/akar-2022.yml",
    "discouraged-word": RISK,
    "edition-order": "editions.yml",
    "english-typography": CLAIM,
    "explains-disputed": "disputes/kis-2023-number-of-countries.yml",
    "filler-in-shows": CLAIM,
    "hidden-characters": SOURCE,
    "id-matches-file": "elements/cooperation-plan-2024.yml",
    "indicator-search": RISK,
    "judgement-word": CLAIM,
    "link-exception-ended": "link-exceptions.yml",
    "link-exception-unused": "link-exceptions.yml",
    "locator-form": f"{CLAIM}.cites.0",
    "mechanism-link": RISK,
    "numbers-differ": CLAIM,
    "other-alphabet": CLAIM,
    "question-answer": "questions/a400m-purchase.yml",
    "rank-reason": CLAIM,
    "reliability-grade": SOURCE,
    "risk-balance": RISK,
    "risk-hypotheses": RISK,
    "risk-positions": RISK,
    "risk-without-counter": RISK,
    "russian-typography": CLAIM,
    "schema-value": CLAIM,
    "source-duplicate-url": SOURCE,
    "source-twice": CLAIM,
    "tombstone-chain": "tombstones.yml",
    "unicode-nfc": SOURCE,
    "unknown-abbreviation": CLAIM,
    "url-form": SOURCE,
    "verdict-beyond-evidence": "articles/mikhailov-2026.yml paragraphs.0.claims",
    "vocabulary-reference": "vocabulary/actors.yml terms",
}
# What these ask is of files, or of several records together; their golden cases lay such files.
OF_FILES = {
    *("beyond-source", "moved-reference", "official-voice", "repeated-event", "theme-setting"),
    *("added-missing", "vocabulary-needed"),
    *("page-anchor", "page-link", "page-menu", "page-needed", "stale-file"),
    *("file-place", "orphan-source", "page-twin", "unused-term", "yaml-encoding", "yaml-size"),
}
HELD_AS = {name: name.removesuffix(".yml").replace("-", "_") for name in ONE_FILE}


def examples() -> Iterator[Any]:
    for rule in all_rules().values():
        if rule.id not in OF_FILES:
            yield pytest.param(rule, rule.bad, True, id=f"{rule.id}-bad")
            yield pytest.param(rule, rule.good, False, id=f"{rule.id}-good")


@pytest.mark.parametrize(("rule", "fragment", "breaks"), list(examples()))
def test_an_example_is_what_it_is_called(
    rule: Rule, fragment: str, breaks: bool, real: Dataset
) -> None:
    assert (rule.id in found(rule, fragment, real)) == breaks


@pytest.mark.parametrize("rule", sorted(OF_FILES))
def test_a_rule_on_files_has_a_case_that_puts_such_a_file_there(rule: str) -> None:
    assert f"[{rule}]: " in (ROOT / "tests/rules" / rule / "expected.txt").read_text("utf-8")


def found(rule: Rule, fragment: str, real: Dataset) -> set[str]:
    """The rules that the fragment breaks in its place."""
    if rule.id.startswith("yaml-"):
        return of_reading(fragment)
    if rule.id.startswith("page-"):
        return of_page(rule, fragment, real)
    dataset, broken = real, set()
    for part in fragment.split("---\n"):
        dataset, met = placed(rule, part, dataset)
        broken |= met
    if rule.check is None:
        return broken
    return {rule.id for _ in of_the_fragment(rule, dataset, real)}


def of_the_fragment(rule: Rule, dataset: Dataset, real: Dataset) -> list[tuple[str, str]]:
    """The problems that the dataset did not have before."""
    before = {said_of(problem) for problem in rule.problems(real, None)}
    return [b for problem in rule.problems(dataset, None) if (b := said_of(problem)) not in before]


def said_of(problem: Any) -> tuple[str, str]:
    owner = problem.record
    return (
        owner.path if isinstance(owner, Document) else owner.document.path,
        str(problem.message),
    )


def of_reading(fragment: str) -> set[str]:
    try:
        _, findings = nodes.read(fragment.encode())
    except ParseError as error:
        return {error.finding.rule}
    return {finding.rule for finding in findings}


def of_page(rule: Rule, fragment: str, real: Dataset) -> set[str]:
    """The fragment says in comments which page it is of, then what stands there."""
    name, *lines = [line.removeprefix("# ") for line in fragment.splitlines()]
    language, _, path = name.removeprefix("docs/").partition("/")
    page = _page(name, language, path, "\n".join(lines) + "\n")
    return {rule.id for _ in rule.problems(replace(real, pages=[page]), None)}


def placed(rule: Rule, fragment: str, dataset: Dataset) -> tuple[Dataset, set[str]]:
    """The dataset with the fragment in its place, and what reading it has met."""
    place, _, inner = PLACES.get(rule.id, PLAN).partition(" ")
    if own := re.match(r"# (?:sources/)?(\S+\.yml)\n", fragment):
        place = f"{place.partition('/')[0]}/{own[1]}"
    fields = yaml.load(fragment, yaml.BaseLoader)
    known = ROOT / "data" / place
    template = known if known.exists() else ROOT / "data" / PLACES.get(rule.id, PLAN)
    whole: Any = {"id": known.stem}
    if template.exists() and template.name not in ONE_FILE:
        whole = yaml.load(template.read_text("utf-8"), yaml.BaseLoader)
        if not known.exists():
            whole["id"] = known.stem
    merge(whole, [step for step in inner.split(".") if step], fields)
    text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)
    root, findings = nodes.read(text.encode())
    assert findings == []
    document = Document(f"data/{place}", text, root)
    model: type[Record] | None = ONE_FILE.get(known.name) or model_of(known)
    assert model is not None
    record, findings = validate(model, document)
    documents = [*dataset.documents, document]
    if known.name in ONE_FILE:
        held: dict[str, Any] = {HELD_AS[known.name]: record}
        return with_page(replace(dataset, documents=documents, **held)), set()
    records = {kind: dict(held) for kind, held in dataset.records.items()}
    if rule.id == "id-matches-file":  # of two files with one id, `duplicate-id` speaks
        del records["element"]["cooperation-plan-2025"]
    if record is not None:
        records[model.TYPE][known.stem] = record
    return (
        replace(dataset, records=records, documents=documents),
        {finding.rule for finding in findings},
    )


def with_page(dataset: Dataset) -> Dataset:
    """The dataset with a source at the address that the examples of exceptions name."""
    source = dataset.sources["180-news"]
    at = source.model_copy(update={"id": "page", "url": "https://example.org/page"})
    at._document = source.document
    records = {**dataset.records, Source.TYPE: {**dataset.records[Source.TYPE], "page": at}}
    return replace(dataset, records=records)


def merge(whole: Any, steps: list[str], fields: Any) -> None:
    """Put the fields of a fragment in place, and take out what they would stand beside."""
    for step in steps:
        whole = whole[int(step)] if step.isdigit() else whole[step]
    if isinstance(fields, list):  # an item of a list
        whole[0] |= fields[0]
        for key in ("obligations", "assessments", "disputes"):
            whole[0].pop(key, None)
        return
    for name in ("date_note", "note", "stage_note", "rank_reason", "reliability_note", "answer"):
        whole.pop(name, None)
    if "arguments_for" in fields:
        whole.pop("arguments_against", None)
        whole.pop("evidence_against", None)
    for key, value in fields.items():
        known = whole.get(key)
        if isinstance(value, dict) and set(value) == {"en"} and key == "text":
            value = known | value  # half of a text
        if key == "tombstones":  # the examples leave out what is not their point
            value = [{**stone, "reason": {"ru": "Причина."}} for stone in value]
        if key == "mechanism":
            value = [*value, *known[len(value) :]]
        whole[key] = value
