"""Every rule with a small dataset that breaks it, and exactly what `dossier check` prints then.

After a wanted change of wording: `UPDATE_GOLDEN=1 pytest tests/rules`, then read the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.check.rules import Rule, all_rules
from dossier.cli import main
from tests.fixtures.trial import break_it, copy_trial

HERE = Path(__file__).parent
CASES = sorted(path for path in HERE.iterdir() if path.is_dir() and "__" not in path.name)
RULES = sorted(all_rules().values(), key=lambda rule: rule.id)
FINDING = re.compile(r"^\S+:\d+:\d+: (error|warning)\[([a-z-]+)\]: .", re.MULTILINE)


def check(data: Path, options: list[str]) -> tuple[str, int]:
    result = CliRunner().invoke(main, ["check", "--data", str(data), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output, result.exit_code


def test_the_trial_dataset_has_no_finding(tmp_path: Path) -> None:
    assert check(copy_trial(tmp_path), []) == ("0 errors, 0 warnings\n", 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_prints_what_the_case_expects(case: Path, tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    output, status = check(data, break_it(data, case))
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(output, "utf-8")
    assert output == expected.read_text("utf-8")
    found = FINDING.findall(output)
    assert {rule for _, rule in found} == {case.name}, "a case breaks its own rule and no other"
    assert status == (1 if "error" in {severity for severity, _ in found} else 0)
    assert output.count("\n  help: ") == len(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_what_it_asks_and_why(rule: Rule) -> None:
    summary, why = str(rule.summary), str(rule.why)
    assert summary.endswith(".") and "\n\n" not in summary
    assert why.endswith(".") and 20 < len(why) < 400
    assert rule.bad.endswith("\n") and rule.good.endswith("\n")
    assert rule.bad != rule.good
    assert yaml.safe_load(rule.good) is not None or rule.good.startswith("#")


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert [case.name for case in CASES] == [rule.id for rule in RULES]
