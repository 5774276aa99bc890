"""`dossier check --changed` and `--watch`: only what is new, from rules that see everything."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.check import watch
from dossier.cli import main
from dossier.commands import check as command
from dossier.messages import Message
from dossier.parsing.findings import Finding
from tests.fixtures.trial import copy_trial

PLAN, EXERCISE = "elements/trial-plan-2019.yml", "elements/trial-exercise-2020.yml"


def check(data: Path, *arguments: object) -> Result:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": None}).invoke(
        main, ["check", "--data", str(data), *map(str, arguments)]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def replace(data: Path, name: str, old: str, new: str) -> None:
    text = (data / name).read_text("utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path]:
    """A base with a mistake in the plan, and a copy of it."""
    base = copy_trial(tmp_path / "base")
    replace(base, PLAN, "mode: word", "mode: wrod")
    (tmp_path / "head").mkdir()
    shutil.copytree(base, tmp_path / "head/data")
    return base, tmp_path / "head/data"


def test_old_mistakes_elsewhere_are_left_out(states: tuple[Path, Path]) -> None:
    base, head = states
    replace(head, EXERCISE, "mode: deed", "mode: dede")
    result = check(head, "--changed", base)
    assert "`dede` is not a term" in result.output
    assert "wrod" not in result.output
    assert result.exit_code == 1
    assert check(base, "--changed", base).output == "0 errors, 0 warnings\n"


def test_old_mistakes_in_a_file_that_is_touched_are_told(states: tuple[Path, Path]) -> None:
    base, head = states
    replace(head, PLAN, "stage: signed", "stage: ratified")
    assert "wrod" in check(head, "--changed", base).output


def test_a_mistake_that_a_deletion_brings_about_elsewhere_is_told(
    states: tuple[Path, Path],
) -> None:
    base, head = states
    (head / "sources/trial-column.yml").unlink()
    result = check(head, "--changed", base)
    assert "data/assessments/trial-concern.yml" in result.output
    assert "there is no source `trial-column`" in result.output


def test_a_base_of_another_name_is_compared_by_content(
    states: tuple[Path, Path], tmp_path: Path
) -> None:
    base, head = states
    shutil.copytree(base, tmp_path / "old-records")
    assert check(head, "--changed", tmp_path / "old-records").output == "0 errors, 0 warnings\n"


def test_a_base_that_does_not_exist_is_wrong_use(states: tuple[Path, Path]) -> None:
    result = check(states[1], "--changed", "no-such-revision")
    assert result.exit_code == 2
    assert "no-such-revision" in result.output


def finding(message: str, line: int = 1) -> Finding:
    return Finding("data/x.yml", line, 1, "rule", Message(message), Message("remedy"))


def test_a_finding_that_only_moved_is_no_news() -> None:
    assert watch.news([finding("a")], [finding("a", 7)]) == ([], 0)
    assert watch.news([finding("a")], [finding("b")]) == ([finding("b")], 1)
    assert watch.news([finding("a")], [finding("a"), finding("a", 2)]) == ([finding("a", 2)], 0)


def test_a_round_follows_each_save_and_nothing_else(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    saves: list[Callable[[], object]] = [
        lambda: None,
        lambda: replace(data, PLAN, "mode: word", "mode: deed"),
        lambda: None,
        lambda: (data / EXERCISE).unlink(),
    ]
    waits = 0

    def wait() -> None:
        nonlocal waits
        if waits == len(saves):
            raise KeyboardInterrupt
        saves[waits]()
        waits += 1

    rounds = []
    with pytest.raises(KeyboardInterrupt):
        for _ in watch.rounds(data, wait):
            rounds.append(waits)
    assert rounds == [0, 2, 4]


def test_watching_tells_what_is_new_and_ends_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copy_trial(tmp_path)
    replace(data, PLAN, "mode: word", "mode: wrod")
    steps: Iterator[Callable[[], object]] = iter([
        lambda: replace(data, EXERCISE, "mode: deed", "mode: dede"),
        lambda: replace(data, PLAN, "mode: wrod", "mode: word"),
    ])  # fmt: skip

    def wait() -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(command, "pause", lambda: wait)
    result = check(data, "--watch")
    assert result.exit_code == 0
    first, second, third = result.output.split("watching, Ctrl-C ends\n")[:3]
    assert "wrod" in first and "dede" not in first
    assert "dede" in second and "wrod" not in second
    assert third == "1 gone; 1 error, 0 warnings; "
    assert check(data, "--watch", "--format", "json").exit_code == 2


def test_the_data_folder_may_be_named_by_a_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copy_trial(tmp_path)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], check=True)
    replace(data, PLAN, "mode: word", "mode: wrod")
    monkeypatch.chdir(data)
    result = check(Path(), "--changed", "HEAD")
    assert result.exit_code == 1
    assert result.output.startswith(f"data/{PLAN}:")
