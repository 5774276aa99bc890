"""`dossier comment`: what a fork's run left is checked, and only then put on its pull request."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.forge.github.gh import BOT
from dossier.forge.review.report import MARKER
from tests.forge.github.conftest import commit, make_repository, replace
from tests.forge.github.forge_stub import Forge

REPO = "repos/example/dossier"
EVENTS = Path(__file__).parent / "events"


@dataclass(frozen=True)
class Left:
    """What the run of a pull request from a fork left behind, and the commit it was for."""

    artifact: Path
    head: str


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("fork")
    data = make_repository(folder / "repository")
    replace(data / "elements/trial-plan-2019.yml", "ru: План подписан в феврале.",
            'ru: План "подписан" в феврале.')  # fmt: skip
    head = commit(data)
    CliRunner().invoke(main, ["review", "main", "--data", str(data), "--pull-request", "5",
                              "--into", str(folder / "artifact")])  # fmt: skip
    return Left(folder / "artifact", head)


@pytest.fixture
def run_of(forge: Forge, left: Left, tmp_path: Path) -> Path:
    """The event of that run; GitHub knows the pull request."""
    shutil.copytree(left.artifact, forge.home / "artifact", dirs_exist_ok=True)
    payload = json.loads((EVENTS / "workflow_run.json").read_text("utf-8"))
    payload["workflow_run"]["head_sha"] = left.head
    forge.answer(**{
        f"GET {REPO}/pulls/5": {"state": "open", "number": 5, "head": {
            "sha": left.head, "repo": {"full_name": "editor/dossier"}}},
        f"GET {REPO}/actions/runs/900/artifacts": {"artifacts": [{"size_in_bytes": 4000}]},
        f"GET {REPO}/pulls/5/files": [{"filename": "data/elements/trial-plan-2019.yml"}],
    })  # fmt: skip
    event = tmp_path / "event.json"
    event.write_text(json.dumps(payload), "utf-8")
    return event


def comment(event: Path) -> Result:
    result = CliRunner().invoke(main, ["comment", str(event)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_review_becomes_a_comment_suggestions_and_labels(run_of: Path, forge: Forge) -> None:
    result = comment(run_of)
    assert result.exit_code == 0, result.output
    (said, first), (reviewed, second), (labelled, third) = forge.sent()
    assert said == f"{REPO}/issues/5/comments"
    assert first["body"].startswith(MARKER)
    assert "actions/runs/900#artifacts" in first["body"]
    assert reviewed == f"{REPO}/pulls/5/reviews"
    assert "```suggestion\n      ru: План «подписан» в феврале.\n```" in (
        second["comments"][0]["body"].replace("\u00a0", " ")
    )
    assert (labelled, third) == (f"{REPO}/issues/5/labels", {"labels": ["elements"]})


def test_a_comment_is_renewed_in_its_place_and_suggestions_are_not_repeated(
    run_of: Path, forge: Forge
) -> None:
    comment(run_of)
    suggested = forge.sent()[1][1]["comments"][0]
    forge.answer(**{
        f"GET {REPO}/issues/5/comments": [
            {"id": 1, "user": {"login": "reader"}, "body": f"{MARKER}\nmine"},
            {"id": 2, "user": {"login": BOT}, "body": f"{MARKER}\nold"},
        ],
        f"GET {REPO}/pulls/5/comments": [{"path": suggested["path"], "body": suggested["body"]}],
    })  # fmt: skip
    (forge.home / "calls.jsonl").unlink()
    comment(run_of)
    assert [path for path, _ in forge.sent("PATCH")] == [f"{REPO}/issues/comments/2"]
    assert [path for path, _ in forge.sent("POST")] == [f"{REPO}/issues/5/labels"]


def test_suggestions_that_github_refuses_do_not_hold_up_the_rest(
    run_of: Path, forge: Forge
) -> None:
    forge.answer(**{f"POST {REPO}/pulls/5/reviews": "refuse"})
    result = comment(run_of)
    assert result.exit_code == 0
    assert "the suggestions were refused" in result.output and "labels: elements" in result.output


@pytest.mark.parametrize(
    ("pull", "status", "said"),
    [
        ({"state": "closed"}, 0, "has moved on"),
        ({"head": {"sha": "1" * 40, "repo": {"full_name": "editor/dossier"}}}, 0, "has moved on"),
        ({"head": {"sha": "1" * 40, "repo": {"full_name": "other/dossier"}}}, 1, "is not the one"),
        ({"head": {"sha": "1" * 40, "repo": None}}, 1, "is not the one"),
    ],
)
def test_nothing_is_written_to_another_pull_request_or_commit(
    pull: dict[str, Any], status: int, said: str, run_of: Path, forge: Forge
) -> None:
    answers = json.loads((forge.home / "answers.json").read_text())
    forge.answer(**{f"GET {REPO}/pulls/5": answers[f"GET {REPO}/pulls/5"] | pull})
    result = comment(run_of)
    assert (result.exit_code, said in result.output) == (status, True), result.output
    assert forge.sent() == []


def edited(forge: Forge, **fields: Any) -> None:
    path = forge.home / "artifact/review.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), "utf-8")


GOOD = {"path": "data/elements/a.yml", "first": 1, "last": 1, "text": "x"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pull_request": "5"}, "does not name a pull request"),
        ({"pull_request": True}, "does not name a pull request"),
        ({"pull_request": -1}, "does not name a pull request"),
        ({"suggestions": None}, "has no list"),
        ({"suggestions": [GOOD] * 41}, "has no list of at most 40"),
        ({"suggestions": [GOOD | {"path": ".github/workflows/x.yml"}]}, "not for a record"),
        ({"suggestions": [GOOD | {"path": "data/../x.yml"}]}, "not for a record"),
        ({"suggestions": [GOOD | {"last": 0}]}, "names no lines"),
        ({"suggestions": [GOOD | {"text": "```\n@all"}]}, "no record may hold"),
        ({"suggestions": [GOOD | {"text": "a\u202eb"}]}, "no record may hold"),
        ({"suggestions": [GOOD | {"side": "LEFT"}]}, "other fields"),
    ],
)
def test_a_forged_artifact_is_refused(
    fields: dict[str, Any], said: str, run_of: Path, forge: Forge
) -> None:
    edited(forge, **fields)
    result = comment(run_of)
    assert result.exit_code == 1
    assert said in result.output
    assert forge.sent() == []


@pytest.mark.parametrize(
    "line",
    [
        "@everybody", "a ![x](https://e.example/x.png)", "[x](/settings)", "https://e.example",
        "<img src=x>", "<!-- -->`<img src=x>`", "- <!-- --><b>", "closes #1", "www.e.example",
        "\\\\[x](/x)", "` @everybody", "<details>`@all`</details>", "[x]: /x", "&commat;all",
        "GH-1", "gh-1", "\u200bx", "<details>\n`@all`", "|a|b|\n|-|-|\n| `x | @all` |",
        "~~~mermaid\ngraph",
    ],
)  # fmt: skip
def test_a_comment_that_would_do_something_is_refused(
    line: str, run_of: Path, forge: Forge
) -> None:
    path = forge.home / "artifact/comment.md"
    path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    result = comment(run_of)
    assert result.exit_code == 1
    assert "comment.md" in result.output and "nothing more is written" in result.output
    assert forge.sent() == []


def test_an_artifact_that_is_too_large_is_not_even_fetched(run_of: Path, forge: Forge) -> None:
    big = {"artifacts": [{"size_in_bytes": 10**9}]}
    forge.answer(**{f"GET {REPO}/actions/runs/900/artifacts": big})
    result = comment(run_of)
    assert result.exit_code == 1 and "more than 600,000 bytes" in result.output
    assert not any(asked[:2] == ["run", "download"] for asked, _ in forge.calls())


def test_files_that_are_too_large_links_or_missing_are_refused(run_of: Path, forge: Forge) -> None:
    path = forge.home / "artifact/comment.md"
    text = path.read_text("utf-8")
    path.write_text(text + "x" * 300_000, "utf-8")
    assert "more than 256,000 bytes" in comment(run_of).output
    path.write_text(text + "x" * 70_000, "utf-8")
    assert "more than 64,000 characters" in comment(run_of).output
    path.write_bytes(b"\xff")
    assert "cannot be read as text" in comment(run_of).output
    path.unlink()
    path.symlink_to(forge.home / "answers.json")
    assert "no plain file" in comment(run_of).output
    path.unlink()
    assert "is missing" in comment(run_of).output
    assert forge.sent() == []


def test_a_run_without_a_review_has_nothing_to_say(run_of: Path, forge: Forge) -> None:
    forge.answer(**{f"GET {REPO}/actions/runs/900/artifacts": {"artifacts": []}})
    result = comment(run_of)
    assert (result.exit_code, result.output) == (0, "the run left no review behind\n")


def test_what_is_no_event_of_a_run_is_wrong_use(tmp_path: Path, forge: Forge) -> None:
    event = tmp_path / "event.json"
    runs = [{"event": "push"}, {"event": "pull_request", "head_sha": "x", "id": 1}]
    for payload in [{}, *({"workflow_run": run} for run in runs)]:
        event.write_text(json.dumps(payload), "utf-8")
        assert comment(event).exit_code == 2
    assert forge.calls() == []
