"""`dossier check` and `dossier explain` as their users meet them, with the worst of input."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.check.rules import all_rules
from dossier.cli import main
from dossier.dataset import load
from tests.fixtures.trial import copy_trial

ELEMENT = "elements/trial-exercise-2020.yml"
FIRST = re.compile(r"^(?P<path>\S+):\d+:\d+: error\[(?P<rule>[a-z-]+)\]: \S", re.MULTILINE)

Break = Callable[[Path], None]


def run(*arguments: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": None, **(env or {})}).invoke(
        main, [str(argument) for argument in arguments]
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_trial(tmp_path)


def write(text: str | bytes, name: str = ELEMENT) -> Break:
    """Replace a whole file."""

    def do(data: Path) -> None:
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    return do


def replace(old: str, new: str, name: str = ELEMENT) -> Break:
    """Replace a part of a file."""

    def do(data: Path) -> None:
        text = (data / name).read_text("utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), "utf-8")

    return do


def large(data: Path) -> None:
    with (data / ELEMENT).open("r+b") as file:
        file.truncate(50 * 1024 * 1024)


def folder(data: Path) -> None:
    (data / ELEMENT).unlink()
    (data / ELEMENT).mkdir()


def link_out(data: Path) -> None:
    outside = data.parent / "outside.yml"
    (data / ELEMENT).rename(outside)
    (data / ELEMENT).symlink_to("../../outside.yml")


def folder_out(data: Path) -> None:
    (data / "questions").rename(data.parent / "outside")
    (data / "questions").symlink_to("../outside")


def list_out(data: Path) -> None:
    (data / "link-exceptions.yml").symlink_to("/etc/hostname")


def link_circle(data: Path) -> None:
    (data / ELEMENT).unlink()
    (data / ELEMENT).symlink_to(ELEMENT.rpartition("/")[2])


def pipe(data: Path) -> None:
    (data / ELEMENT).unlink()
    os.mkfifo(data / ELEMENT)


def page_out(data: Path) -> None:
    page = data.parent / "docs" / "ru" / "index.md"
    page.parent.mkdir(parents=True)
    page.symlink_to("/dev/zero")


def circle(data: Path) -> None:
    replace(
        "  - element: trial-plan-2019\n    relation: carries_out",
        "  - element: trial-plan-2019\n    relation: follows",
    )(data)
    replace(
        "    relation: under",
        "    relation: under\n  - element: trial-exercise-2020\n    relation: follows",
        "elements/trial-plan-2019.yml",
    )(data)


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

BAD: dict[str, tuple[Break, str]] = {
    "broken YAML": (replace("kind: exercise", "kind: [exercise"), "yaml-syntax"),
    "a tab": (replace("  ru: Прошло", "\tru: Прошло"), "yaml-syntax"),
    "a colon in a text": (replace("ru: Прошло", "ru: Итог: прошло"), "yaml-syntax"),
    "two documents": (replace("review: published", "---\nreview: published"), "yaml-syntax"),
    "a list at the top": (write("- id: trial-exercise-2020\n"), "yaml-syntax"),
    "a bare word": (write("hello\n"), "yaml-syntax"),
    "a list as a key": (write("? [a, b]\n: c\n"), "yaml-syntax"),
    "a duplicate key": (replace("mode: deed", "mode: deed\nmode: word"), "yaml-duplicate-key"),
    "an alias bomb": (write(BOMB), "yaml-alias"),
    "a merge key": (write("base: &base {a: b}\nother:\n  <<: *base\n"), "yaml-alias"),
    "!!python/object": (
        replace("mode: deed", "mode: !!python/object/apply:os.system ['true']"), "yaml-tag",
    ),
    "deep nesting": (write("a: " + "[" * 5000), "yaml-depth"),
    "not UTF-8": (write("id: проба\n".encode("cp1251")), "yaml-encoding"),
    "UTF-16": (write("id: проба\n".encode("utf-16")), "yaml-encoding"),
    "a NUL": (replace("mode: deed", "mode: de\0ed"), "yaml-encoding"),
    "50 MB": (large, "yaml-size"),
    "an empty file": (write(""), "yaml-empty"),
    "only a comment": (write("# later\n"), "yaml-empty"),
    "an empty field": (replace("mode: deed", "mode:"), "yaml-no-value"),
    "a folder for a file": (folder, "file-place"),
    "a link out of data/": (link_out, "file-place"),
    "a link to itself": (link_circle, "file-place"),
    "a pipe": (pipe, "file-place"),
    "a page that is a link to a device": (page_out, "file-place"),
    "an unknown record type": (write("id: x\n", "events/x.yml"), "file-place"),
    "a wrong extension": (write("id: x\n", "elements/x.yaml"), "file-place"),
    "a javascript: link": (
        replace("https://agency.example.org/2020/06/trial", "javascript:alert(1)",
                "sources/trial-agency.yml"), "url-form",
    ),
    "a dangling reference": (replace("trial-plan-2019", "trial-plan-2109"), "unknown-reference"),
    "a cycle of relations": (circle, "relation-cycle"),
    "an id with ../": (replace("id: trial-exercise-2020", "id: ../trial-exercise"), "schema-value"),
    "a reference with ../": (
        replace("source: trial-agency", "source: ../sources/trial-agency"), "unknown-reference",
    ),
    "a number as a text": (replace("kind: exercise", "kind: 0x1F"), "unknown-term"),
    "an unquoted NO as a term": (replace("mode: deed", "mode: NO"), "unknown-term"),
    "a day that does not exist": (replace("date: '2020-06-15'", "date: 2020-06-31"), "date-format"),
    "a folder that leads out of data/": (folder_out, "file-place"),
    "a broken list of editions": (write("editions: [", "editions.yml"), "yaml-syntax"),
    "a list of editions that is another thing": (
        write("id: tombstones\ntombstones: []\n", "editions.yml"), "schema-unknown-field",
    ),
    "a list of exceptions that leads out of data/": (list_out, "file-place"),
    "fields for a text": (replace("mode: deed", "mode: {word: deed}"), "schema-value"),
    "a text for fields": (replace("title:\n  ru: Прошло", "title: Прошло\nnote:\n  ru: П"),
                          "schema-value"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_a_finding_with_a_place_and_a_remedy(what: str, data: Path) -> None:
    break_it, rule = BAD[what]
    break_it(data)
    started = time.perf_counter()
    result = run("check", "--data", data)
    assert time.perf_counter() - started < 5
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    found = FIRST.findall(result.output)
    assert rule in {name for _, name in found}, result.output
    assert result.output.count("\n  help: ") >= len(found) > 0
    assert "Traceback" not in result.output


@pytest.mark.parametrize("what", BAD)
def test_bad_input_leaves_an_existing_site_as_it_was(what: str, data: Path) -> None:
    break_it, rule = BAD[what]
    break_it(data)
    site = data.parent / "site"
    site.mkdir()
    (site / "index.html").write_text("the site of yesterday")
    beside = sorted(data.parent.iterdir())
    result = run("build", "--data", data, "--site", site)
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert f"error[{rule}]" in result.output
    assert f"the data has errors; {site} is as it was" in result.output
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "the site of yesterday"
    assert sorted(data.parent.iterdir()) == beside


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
    replace("  en: A trial exercise was held\n", "")(data)
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
