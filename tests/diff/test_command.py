"""`dossier diff` on revisions and folders, and what it says when there is nothing to compare."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.diff.markdown import MOST_CHARACTERS
from tests.fixtures.trial import copy_trial

PLAN = "elements/trial-plan-2019.yml"


def diff(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def git(folder: Path, *arguments: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def replace(data: Path, name: str, old: str, new: str) -> None:
    text = (data / name).read_text("utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The trial dataset in two commits and a working tree; the stage moves with each."""
    data = copy_trial(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "edition-1")
    replace(data, PLAN, "stage: signed", "stage: ratified")
    git(tmp_path, "commit", "-qam", "two")
    replace(data, PLAN, "stage: ratified", "stage: in_force")
    return data


def stages(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.output
    records = json.loads(result.output)["records"]
    return [[e["old"], e["new"]] for r in records for e in r["edits"] if e["path"] == ["stage"]]


def test_a_revision_is_compared_with_the_working_tree(repository: Path) -> None:
    result = diff("HEAD", "--data", repository, "--format", "json")
    assert stages(result) == [["ratified", "in_force"]]


def test_without_a_base_it_tells_what_the_branch_changes(repository: Path) -> None:
    def told() -> list[list[str]]:
        return stages(diff("--data", repository, "--format", "json"))

    changed = [["ratified", "in_force"]]
    assert told() == changed, "on main itself"
    git(repository, "switch", "-q", "-c", "work")
    git(repository, "commit", "-qam", "three")
    assert told() == changed
    git(repository, "branch", "-q", "-m", "main", "trunk")
    assert told() == [], "no branch is called main: since the last commit"


@pytest.mark.parametrize("names", [("edition-1", "main"), ("HEAD~1", "HEAD"), ("main~", "main")])
def test_two_revisions_are_compared(repository: Path, names: tuple[str, str]) -> None:
    result = diff(*names, "--data", repository, "--format", "json")
    assert stages(result) == [["signed", "ratified"]]


def test_a_revision_and_a_folder_are_compared(repository: Path, tmp_path: Path) -> None:
    other = copy_trial(tmp_path / "other")
    result = diff("main", other.parent, "--data", repository, "--format", "json")
    assert stages(result) == [["ratified", "signed"]]


def test_equal_states_have_no_difference(repository: Path) -> None:
    result = diff("main", "main", "--data", repository)
    assert result.output == (
        "## What this change does\n\nNo change in meaning: the records say what they said before.\n"
    )


def test_the_repository_is_left_as_it_was(repository: Path) -> None:
    before = git(repository.parent, "status", "--porcelain")
    diff("edition-1", "--data", repository)
    assert git(repository.parent, "status", "--porcelain") == before


def test_a_link_in_a_revision_is_named_and_not_followed(repository: Path, tmp_path: Path) -> None:
    (repository / "elements/evil.yml").symlink_to("/etc/passwd")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "three")
    result = diff("HEAD~1", "HEAD", "--data", repository, "--format", "json")
    (unread,) = json.loads(result.output)["unread"]
    assert unread["path"] == "data/elements/evil.yml" and "is not a file" in unread["message"]
    assert "root:" not in result.output


def test_a_file_that_is_too_large_is_named(repository: Path, tmp_path: Path) -> None:
    (repository / "elements/large.yml").write_bytes(b"#" * 300_000)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "three")
    result = diff("HEAD~1", "HEAD", "--data", repository)
    assert "`data/elements/large.yml`, line 1, cannot be read" in result.output


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("no-such-revision",), "there is no revision or folder 'no-such-revision'"),
        (("main", "no-such"), "there is no revision or folder 'no-such'"),
        (("./no-such-folder",), "there is no folder './no-such-folder'"),
        (("/no/such/folder",), "there is no folder '/no/such/folder'"),
        (("--upload-pack=x",), "No such option"),
        (("main:data",), "there is no revision or folder 'main:data'"),
        (("main", "main\n"), "there is no revision or folder"),
    ],
)
def test_what_cannot_be_compared_is_told_in_plain_words(
    repository: Path, names: tuple[str, ...], said: str
) -> None:
    result = diff(*names, "--data", repository)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_an_option_of_git_is_no_revision(repository: Path) -> None:
    result = diff("--data", repository, "--", "--output=elsewhere")
    assert result.exit_code == 2
    assert "there is no revision or folder" in result.output


def test_without_a_repository_two_folders_are_asked_for(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    result = diff("main", "--data", data)
    assert result.exit_code == 2
    assert "is in no git repository: name two folders" in result.output


def test_a_repository_without_history_is_told(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    git(tmp_path, "init", "-q")
    result = diff("main", "--data", data)
    assert result.exit_code == 2
    assert "has no commit yet" in result.output


def test_a_shallow_clone_is_told_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(clone))
    result = diff("edition-1", "--data", clone / "data")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.output


def test_a_revision_without_data_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a").touch()
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    data = copy_trial(tmp_path)
    result = diff("main", "--data", data)
    assert result.exit_code == 2
    assert "the revision 'main' has no folder 'data'" in result.output


def test_a_folder_without_records_is_told(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    (tmp_path / "empty").mkdir()
    result = diff(tmp_path / "empty", "--data", data)
    assert result.exit_code == 2
    assert "holds no records" in result.output


def test_records_and_pages_link_into_the_preview(tmp_path: Path) -> None:
    base, head = copy_trial(tmp_path / "a"), copy_trial(tmp_path / "b")
    replace(head, PLAN, "stage: signed", "stage: ratified")
    for language, folder in (("ru", ""), ("en", "en/")):
        result = diff(base, head, "--preview", "https://p.example/1/", "--language", language)
        address = f"https://p.example/1/{folder}elements/trial-plan-2019.html"
        assert f"[`trial-plan-2019`]({address})" in result.output
    assert diff(base, head, "--preview", "javascript:x").exit_code == 2


def test_a_very_large_change_is_cut_and_fits_a_comment(tmp_path: Path) -> None:
    base, head = copy_trial(tmp_path / "a"), copy_trial(tmp_path / "b")
    text = (head / PLAN).read_text("utf-8")
    for number in range(300):
        name = f"trial-plan-{number}"
        (head / f"elements/{name}.yml").write_text(
            text.replace("trial-plan-2019", name).replace("План подписан", "План @x " * 90), "utf-8"
        )
    result = diff(base, head)
    assert result.exit_code == 0
    assert len(result.output) < MOST_CHARACTERS + 2000
    assert "and 260 more" in result.output or "`dossier diff --format json`" in result.output


def test_a_page_of_prose_that_names_the_record_is_affected(tmp_path: Path) -> None:
    base, head = copy_trial(tmp_path / "a"), copy_trial(tmp_path / "b")
    replace(head, PLAN, "stage: signed", "stage: ratified")
    page = tmp_path / "b/docs/ru/themes/plans.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Планы\n\n{{ element('trial-plan-2019') }}\n", "utf-8")
    assert "`themes/plans.html`" in diff(base, head).output


def test_both_languages_of_the_comment_have_the_same_words() -> None:
    from dossier.diff.wording import DiffWords

    russian, english = DiffWords("ru"), DiffWords("en")
    assert russian.keys() == english.keys()
    for key in english.keys():  # noqa: SIM118
        places = [part.split("}")[0] for part in english._texts[key].split("{")[1:]]
        assert sorted(places) == sorted(
            part.split("}")[0] for part in russian._texts[key].split("{")[1:]
        ), key


def test_a_kind_of_change_that_is_no_term_is_harmless(tmp_path: Path) -> None:
    base, head = copy_trial(tmp_path / "a"), copy_trial(tmp_path / "b")
    kind = "<img src=x> @everyone [a](http://e.example)"
    history = f"history:\n  - date: '2026-11-20'\n    kind: '{kind}'\n    note: {{ru: Так.}}\n"
    (head / PLAN).write_text((head / PLAN).read_text("utf-8") + history, "utf-8")
    shown = diff(base, head).output
    assert "&lt;img" in shown
    assert not any(live in shown for live in ("<img", "@everyone", " [a]"))
