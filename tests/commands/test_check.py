"""`dossier check` and `dossier explain` as their users meet them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dossier.check.rules import all_rules
from dossier.dataset import load
from tests.commands.breaking import ELEMENT, FIRST, replace, run, write


def test_a_mistake_in_one_file_is_told_in_that_file_only(data: Path) -> None:
    replace("title: Trial exercise held", "title: [Trial", "sources/trial-agency.yml")(data)
    found = FIRST.findall(run("check", "--data", data).output)
    assert found == [("data/sources/trial-agency.yml", "yaml-syntax")]


@pytest.mark.parametrize("typed", ["NO", "no", "2020-06-16", "12:30", "1e3", "007", "Null", "0o7"])
def test_an_unquoted_value_is_kept_as_it_was_typed(typed: str, data: Path) -> None:
    replace("title: Trial exercise held", f"title: {typed}", "sources/trial-agency.yml")(data)
    assert run("check", "--data", data).output == "0 errors, 0 warnings\n"
    assert load(data).sources["trial-agency"].title == typed


def test_an_unquoted_date_is_the_date_that_was_typed(data: Path) -> None:
    replace("date: '2020-06-15'", "date: 2020-06-15")(data)
    assert run("check", "--data", data).output == "0 errors, 0 warnings\n"
    assert load(data).elements["trial-exercise-2020"].date == "2020-06-15"


def test_all_mistakes_are_told_in_one_run_in_the_order_of_files(data: Path) -> None:
    replace("kind: exercise", "kind: excercise")(data)
    replace("mode: deed", "mode: dead")(data)
    replace("stance: risk", "stance: riks", "assessments/trial-concern.yml")(data)
    result = run("check", "--data", data)
    assert [path for path, _ in FIRST.findall(result.output)] == [
        "data/assessments/trial-concern.yml", f"data/{ELEMENT}", f"data/{ELEMENT}",
    ]  # fmt: skip
    assert result.output.endswith("3 errors, 0 warnings\n")


def test_warnings_alone_leave_the_exit_status_clean(data: Path) -> None:
    replace("  en: A trial exercise was held\n", "  en: A trial exercise was clearly held\n")(data)
    result = run("check", "--data", data)
    assert "0 errors, 1 warning" in result.output
    assert result.exit_code == 0


def test_json_tells_the_fields_of_each_finding(data: Path) -> None:
    replace("kind: exercise", "kind: excercise")(data)
    result = run("check", "--data", data, "--format", "json")
    assert json.loads(result.output) == [
        {
            "path": f"data/{ELEMENT}",
            "line": 5,
            "column": 7,
            "rule": "unknown-term",
            "message": "`excercise` is not a term of `vocabulary/kinds.yml`",
            "remedy": "did you mean `exercise`?",
            "severity": "error",
        }
    ]


def test_github_shows_a_finding_on_its_line(data: Path) -> None:
    replace("kind: exercise", "kind: 'a%b, c'")(data)
    result = run("check", "--data", data, "--format", "github")
    assert result.output.startswith(
        f"::error file=data/{ELEMENT},line=5,col=7,title=unknown-term::`a%25b, c` is not"
    )


def test_a_finding_cannot_steer_the_terminal_or_the_workflow(data: Path) -> None:
    replace("kind: exercise", 'kind: "\\e[2J\\n::error::x"')(data)
    for form in ("text", "github"):
        output = run("check", "--data", data, "--format", form).output
        assert "\x1b" not in output
        assert "\n::error::" not in output


def test_a_file_name_that_is_no_unicode_is_told(data: Path) -> None:
    write("id: x\n", "elements/" + os.fsdecode(b"\xff\xfe.yml"))(data)
    for form in ("text", "github", "json"):
        result = run("check", "--data", data, "--format", form)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit), result.exception


def test_the_day_of_the_check_is_given_and_not_taken_from_the_clock(data: Path) -> None:
    assert run("check", "--data", data, "--today", "2026-11-22").exit_code == 0
    assert "future-date" in run("check", "--data", data, "--today", "2026-01-01").output
    before = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
    assert "future-date" in run("check", "--data", data, env=before).output
    assert run("check", "--data", data, env={"SOURCE_DATE_EPOCH": "today"}).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--data", "nowhere"],
        ["check", "--format", "xml"],
        ["check", "--today", "22.11.2026"],
        ["check", "--today", "20261122"],
        ["check", "--today", "9" * 30],
        ["check", "elements"],
        ["check", "--no-such-option"],
        ["explain", "no-such-rule-at-all"],
        ["explain", "url-form", "unknown-term"],
        ["chek"],
    ],
)
def test_wrong_use_exits_with_2_and_says_why(arguments: list[str], data: Path) -> None:
    if arguments[0] == "check" and "--data" not in arguments:
        arguments = [*arguments, "--data", str(data)]
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.output


def test_explain_lists_every_rule_with_its_sentence() -> None:
    lines = run("explain").output.splitlines()
    assert [line.split()[0] for line in lines] == list(all_rules())
    assert all(line.endswith(".") for line in lines)


@pytest.mark.parametrize("rule", sorted(all_rules()))
def test_explain_tells_the_rule_why_and_both_examples(rule: str) -> None:
    result = run("explain", rule)
    assert result.exit_code == 0
    for part in (f"{rule} (", "\n\nWhy: ", "\n\nBad:\n  ", "\n\nGood:\n  "):
        assert part in result.output


def test_explain_names_the_rule_that_was_meant() -> None:
    result = run("explain", "url-from")
    assert result.exit_code == 2
    assert "did you mean `url-form`?" in result.output
