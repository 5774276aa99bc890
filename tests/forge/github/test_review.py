"""`dossier review`: what a pull request answers for, on its lines and in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.authoring.schema import schemas
from dossier.check import rules
from dossier.cli import main
from dossier.dataset import load
from dossier.forge.review.comment import as_comment
from dossier.forge.review.report import review as review_of
from dossier.forge.review.suggestions import Suggestion
from dossier.formatting import formatted
from dossier.model import Element
from dossier.parsing import documents
from tests.forge.github.conftest import commit, git, replace
from tests.forge.github.rendering import live

PLAN = "elements/trial-plan-2019.yml"


def review(data: Path, *arguments: str, base: str = "main") -> Result:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": None}).invoke(
        main, ["review", base, "--data", str(data), *arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def left(data: Path, status: int) -> tuple[str, str, str]:
    """What a review prints, and its comment in Russian and in English."""
    file = data.parent / "review.md"
    result = review(data, "--comment", str(file))
    assert result.exit_code == status, result.output
    comment = file.read_text("utf-8")
    assert live(comment) == []
    russian, english = comment.split("<summary>In English</summary>")
    return result.output, russian, english


def suggested(data: Path) -> tuple[Suggestion, ...]:
    return review_of("main", "HEAD", data, None).suggestions


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
    assert "Квадратная скобка" in russian
    assert "cannot be read: the square bracket that opens here is not closed" in english


def test_what_a_machine_can_mend_becomes_suggestions_on_new_lines_only(data: Path) -> None:
    replace(data / PLAN, "ru: План подписан в феврале.", 'ru: План "подписан" -- в феврале.')
    commit(data)
    (one,) = suggested(data)
    assert (one.path, one.first, one.last) == (f"data/{PLAN}", 36, 36)
    assert "«подписан» —" in one.text.replace("\u00a0", " ")


def test_a_field_at_the_end_of_a_file_holds_nothing_up_and_its_place_is_shown(data: Path) -> None:
    text = (data / PLAN).read_text("utf-8").rstrip("\n")
    (data / PLAN).write_text(f"{text}\nstage_note:\n  ru: Не сказано.\n  en: Not told.", "utf-8")
    commit(data)
    _, russian, english = left(data, 0)
    assert f"`data/{PLAN}` do not stand in the usual order" in english
    assert f"`data/{PLAN}` стоят не в обычном порядке" in russian
    patch = english.split("```diff\n")[1].split("```")[0]
    (data.parent / "usual.patch").write_text(patch, "utf-8")
    git(data.parent, "apply", "usual.patch")
    mended = (data / PLAN).read_text("utf-8")
    assert mended == formatted(mended.encode(), Element)


@pytest.mark.parametrize("char", ["\u2028", "\x85"])
def test_lines_are_counted_as_git_counts_them(char: str, data: Path) -> None:
    replace(data / PLAN, "ru: План подписан в январе.", f'ru: "План подписан{char}      в январе."')
    replace(data / PLAN, "ru: План подписан в феврале.", 'ru: План "подписан" в феврале.')
    commit(data)
    lines = (data / PLAN).read_bytes().decode().split("\n")
    made = suggested(data)
    for one in made:
        assert "подписан" in lines[one.first - 1] and "подписан" in one.text
    assert len(made) == 2


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
    result = review(data, "--comment", str(data.parent / "review.md"), base=base)
    assert result.exit_code == 2
    assert said in result.output.lower().replace("\n", " ")
    assert not (data.parent / "review.md").exists()


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


def test_the_last_commit_is_reviewed_and_not_what_is_saved_since(data: Path) -> None:
    replace(data / PLAN, "stage: signed", "stage: negotiated")
    commit(data)
    replace(data / PLAN, "kind: protocol_plan", "kind: [protocol_plan")
    output, _, english = left(data, 0)
    assert "0 errors" in output and "stage: signed → " in english


def test_each_side_of_a_change_is_loaded_and_checked_once(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(data / PLAN, "stage: signed", "stage: negotiated")
    commit(data)
    calls: list[str] = []
    for module, name in ((documents, "find_files"), (rules, "findings")):
        monkeypatch.setattr(module, name, counted(getattr(module, name), calls))
    suggested(data)
    assert sorted(calls) == ["find_files"] * 2 + ["findings"] * 2


def counted(function: Callable[..., Any], calls: list[str]) -> Callable[..., Any]:
    """The function, its name written down each time it is called."""

    def call(*arguments: Any) -> Any:
        calls.append(function.__name__)
        return function(*arguments)

    return call


def test_a_file_of_twenty_thousand_lines_of_one_kind_is_reviewed_at_once(data: Path) -> None:
    path = data / PLAN
    path.write_text(path.read_text("utf-8") + "searches:\n" + "   -  a\n" * 20_000, "utf-8")
    commit(data)
    before = time.process_time()
    assert suggested(data) == ()
    assert time.process_time() - before < 20


def test_a_link_that_is_added_is_named(data: Path) -> None:
    (data / "elements/passwd.yml").symlink_to("/etc/passwd")
    commit(data)
    output, _, english = left(data, 1)
    assert "::error file=data/elements/passwd.yml,line=1,col=1,title=file-place::" in output
    assert "root:" not in output + english


def test_a_file_of_another_ending_is_named(data: Path) -> None:
    (data / "elements/plan.yaml").write_text("id: plan\n")
    commit(data)
    output, _, _ = left(data, 1)
    assert "`plan.yaml` does not end in `.yml`" in output


def test_files_that_a_label_leaves_behind_are_offered_as_a_patch(data: Path) -> None:
    made = schemas(load(data))["element.schema.json"]
    (data.parent / "schema/element.schema.json").write_text(made, "utf-8")
    replace(data / "vocabulary/modes.yml", "en: word", "en: words")
    commit(data)
    comment = as_comment(review_of("main", "HEAD", data, None))
    russian, english = comment.split("<summary>In English</summary>")
    assert "`schema/element.schema.json`" in russian and "out of date" in english
    patch = english.partition("```diff\n")[2].partition("```")[0]
    assert live(comment) == []
    file = data.parent / "mend.patch"
    file.write_text(patch, "utf-8")
    git(data.parent, "apply", str(file))
    now = (data.parent / "schema/element.schema.json").read_text("utf-8")
    assert now == schemas(load(data))["element.schema.json"]
