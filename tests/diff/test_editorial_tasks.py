"""Twelve editorial tasks, from what an editor types to the comment that a reviewer sees.

A folder in `cases/` says what is edited on the trial dataset (see `tests/fixtures/trial.py`; what
stands under `base` and `pages` is there before the change). After a wanted change of wording:
`UPDATE_GOLDEN=1 pytest tests/diff`, then read the diff.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.check import rules
from dossier.cli import main
from dossier.dataset import load
from tests.fixtures.trial import break_it, copy_trial

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
TASKS = [case for case in CASES if case.name < "13"]
REVIEWS = [case for case in CASES if case.name < "31"]  # the last is many changes at once
MOST_WORDS = 360  # read in two minutes by whoever reads three words a second
FOLDED = re.compile("<details>.*?</details>|<!-- -->", re.DOTALL)


def two_states(case: Path, folder: Path) -> tuple[Path, Path]:
    """The data before and after the edit."""
    base, head = copy_trial(folder / "base"), copy_trial(folder / "head")
    told = yaml.safe_load((case / "case.yml").read_text("utf-8"))
    before = {"edits": told.pop("base", None) or {}, "files": told.pop("pages", None) or {}}
    for data, edits in ((base, before), (head, before), (head, told)):
        step = folder / "step"
        step.mkdir(exist_ok=True)
        (step / "case.yml").write_text(yaml.safe_dump(edits, allow_unicode=True), "utf-8")
        break_it(data, step)
    return base, head


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_reviewer_sees_the_comment_that_is_expected(case: Path, tmp_path: Path) -> None:
    base, head = two_states(case, tmp_path)
    for language in ("en", "ru"):
        result = run(base, head, "--language", language)
        assert result.exit_code == 0
        expected = case / f"expected.{language}.md"
        if os.environ.get("UPDATE_GOLDEN"):
            expected.write_text(result.output, "utf-8")
        assert result.output == expected.read_text("utf-8")


@pytest.mark.parametrize("case", TASKS, ids=lambda case: case.name)
def test_what_the_editor_did_passes_the_check(case: Path, tmp_path: Path) -> None:
    _, head = two_states(case, tmp_path)
    found = [finding for finding in rules.findings(load(head)) if finding.is_error]
    assert not found, found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_json_has_stable_keys(case: Path, tmp_path: Path) -> None:
    base, head = two_states(case, tmp_path)
    tree = json.loads(run(base, head, "--format", "json").output)
    assert list(tree) == [
        "version", "base", "head", "records", "grades", "pages", "unread", "layout_only",
        "nearby", "passages",
    ]  # fmt: skip
    for record in tree["records"]:
        assert list(record) == [
            "type", "id", "fate", "title", "old_id", "to", "reason", "has_tombstone", "edits",
            "history", "natures",
        ]  # fmt: skip
        for edit in record["edits"]:
            assert list(edit) == ["path", "kind", "old", "new"]
    for move in tree["grades"]:
        assert list(move) == [
            "element", "claim", "text", "before", "after", "causes", "lower",
            "left_with_one_origin",
        ]  # fmt: skip
    assert (tree.pop("base"), tree.pop("head")) == (str(base), str(head))
    expected = case / "expected.json"  # of some cases that hold all sorts of change
    if expected.exists():
        told = json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
        if os.environ.get("UPDATE_GOLDEN"):
            expected.write_text(told, "utf-8")
        assert told == expected.read_text("utf-8")


@pytest.mark.parametrize("case", REVIEWS, ids=lambda case: case.name)
def test_a_comment_is_read_in_two_minutes(case: Path) -> None:
    for language in ("en", "ru"):
        text = FOLDED.sub("", (case / f"expected.{language}.md").read_text("utf-8"))
        words = [word for word in text.split() if re.search(r"\w", word)]
        assert 5 < len(words) <= MOST_WORDS


def test_there_are_twelve_tasks() -> None:
    assert len(TASKS) == 12
