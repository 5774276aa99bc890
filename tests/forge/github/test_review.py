"""`dossier review`: what a pull request answers for, on its lines and in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.forge.github import tame
from tests.forge.github.conftest import commit, git, replace

PLAN = "elements/trial-plan-2019.yml"


def review(data: Path, *arguments: str, base: str = "main") -> Result:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": None}).invoke(
        main, ["review", base, "--data", str(data), *arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def left(data: Path, status: int) -> tuple[str, str, str]:
    """What a review prints, and its comment in Russian and in English."""
    folder = data.parent / "review"
    result = review(data, "--into", str(folder), "--pull-request", "5")
    assert result.exit_code == status, result.output
    comment = (folder / "comment.md").read_text("utf-8")
    assert tame.trouble(comment) is None
    russian, english = comment.split("<summary>In English</summary>")
    return result.output, russian, english


def test_a_good_change_is_told_in_words_with_what_a_reviewer_judges(data: Path) -> None:
    replace(data / PLAN, "stage: signed", "stage: negotiated")
    commit(data)
    output, russian, english = left(data, 0)
    assert "0 errors" in output
    assert "стадия: подписано → " in russian and "stage: signed → " in english
    assert "For the reviewer to judge" in english and "Что решает рецензент" in russian


def test_a_finding_stands_on_its_line_and_in_the_comment(data: Path) -> None:
    replace(data / PLAN, "kind: protocol_plan", "kind: protocol_pan")
    commit(data)
    output, russian, english = left(data, 1)
    assert f"::error file=data/{PLAN},line=5,col=7,title=unknown-term::" in output
    assert "`data/elements/trial-plan-2019.yml:5`" in english
    assert "нет в `vocabulary/kinds.yml`" in russian


def test_a_file_that_is_no_yaml_is_explained(data: Path) -> None:
    replace(data / PLAN, "kind: protocol_plan", "kind: [protocol_plan")
    commit(data)
    output, russian, english = left(data, 1)
    assert "title=yaml-syntax" in output
    assert "Это не YAML" in russian
    assert "cannot be read: this is not valid YAML" in english


def test_what_a_machine_can_mend_becomes_suggestions_on_new_lines_only(data: Path) -> None:
    replace(data / PLAN, "ru: План подписан в феврале.", 'ru: План "подписан" -- в феврале.')
    commit(data)
    left(data, 1)
    about = json.loads((data.parent / "review/review.json").read_text("utf-8"))
    assert about["pull_request"] == 5
    assert [(one["path"], one["first"], one["last"]) for one in about["suggestions"]] == [
        (f"data/{PLAN}", 36, 36)
    ]
    assert "«подписан» —" in about["suggestions"][0]["text"].replace("\u00a0", " ")


@pytest.mark.parametrize("char", ["\u2028", "\x85"])
def test_lines_are_counted_as_git_counts_them(char: str, data: Path) -> None:
    replace(data / PLAN, "ru: План подписан в январе.", f'ru: "План подписан{char}      в январе."')
    replace(data / PLAN, "ru: План подписан в феврале.", 'ru: План "подписан" в феврале.')
    commit(data)
    left(data, 1)
    about = json.loads((data.parent / "review/review.json").read_text("utf-8"))
    lines = (data / PLAN).read_bytes().decode().split("\n")
    for one in about["suggestions"]:
        assert "подписан" in lines[one["first"] - 1] and "подписан" in one["text"]
    assert len(about["suggestions"]) == 2


def test_a_change_of_generated_files_only_is_refused(data: Path) -> None:
    (data.parent / "schema/element.schema.json").write_text('{"title": "x"}\n')
    commit(data)
    output, russian, english = left(data, 1)
    assert (
        "::error file=schema/element.schema.json,line=1,col=1,title=only-generated-files" in output
    )
    assert "made by `dossier schema`" in english
    assert "следующий запуск отменит правку" in russian


def test_generated_files_may_change_with_what_they_are_made_from(data: Path) -> None:
    (data.parent / "schema/element.schema.json").write_text('{"title": "x"}\n')
    replace(data / PLAN, "stage: signed", "stage: negotiated")
    commit(data)
    left(data, 0)


def test_an_id_that_was_merged_meanwhile_is_told(data: Path) -> None:
    text = (data / PLAN).read_text("utf-8").replace("trial-plan-2019", "trial-plan-2020")
    path = data / "elements/trial-plan-2020.yml"
    path.write_text(text, "utf-8")
    commit(data)
    git(data.parent, "switch", "-q", "main")
    path.write_text(text.replace("protocol_plan", "visit_consultation"), "utf-8")
    commit(data)
    git(data.parent, "switch", "-q", "change")
    output, russian, english = left(data, 1)
    assert "title=id-taken-meanwhile" in output
    assert "was added to the main branch meanwhile" in english
    assert "тем временем появилась в основной ветке" in russian


def test_a_record_deleted_without_a_tombstone_is_refused(data: Path) -> None:
    (data / "questions/trial-cost.yml").unlink()
    commit(data)
    output, russian, english = left(data, 1)
    assert "title=removed-without-tombstone" in output
    assert "no tombstone says what became of it" in english
    assert "старые ссылки никуда не ведут" in russian


def test_what_came_to_the_main_branch_meanwhile_is_not_the_changes_doing(data: Path) -> None:
    git(data.parent, "switch", "-q", "main")
    replace(data / PLAN, "kind: protocol_plan", "kind: protocol_pan")
    commit(data)
    git(data.parent, "switch", "-q", "change")
    replace(data / "sources/trial-column.yml", "consulted: full", "consulted: excerpt")
    commit(data)
    output, _, english = left(data, 0)
    assert "0 errors" in output and "protocol" not in english


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("0" * 40, "there is no revision or folder"),
        ("no-such-branch", "there is no revision or folder 'no-such-branch'"),
        ("--output=x", "no such option"),
    ],
)
def test_a_base_that_does_not_exist_is_told_and_nothing_is_left(
    base: str, said: str, data: Path
) -> None:
    result = review(data, "--into", str(data.parent / "review"), base=base)
    assert result.exit_code == 2
    assert said in result.output.lower().replace("\n", " ")
    assert not (data.parent / "review").exists()


def test_a_repository_without_history_is_told(tmp_path: Path, data: Path) -> None:
    (data.parent / ".git").rename(tmp_path / "away")
    assert "is in no git repository" in review(data).output.replace("\n", " ")
    git(data.parent, "init", "-q")
    result = review(data)
    assert result.exit_code == 2 and "no commit yet" in result.output.replace("\n", " ")


def test_a_branch_of_another_repository_is_told(data: Path) -> None:
    git(data.parent, "switch", "-q", "--orphan", "other")
    git(data.parent, "checkout", "-q", "main", "--", ".")
    commit(data)
    result = review(data)
    assert result.exit_code == 2
    assert "have no commit in common" in result.output.replace("\n", " ")


def test_hostile_text_in_a_record_stays_text_in_the_comment(data: Path) -> None:
    evil = "@everybody ![x](https://e.example/x.png) <img src=x> #1 `](/x) www.e.example &copy; $x$"
    replace(data / PLAN, "ru: План подписан в феврале.", f"ru: '{evil}'")
    commit(data)
    left(data, 0)
