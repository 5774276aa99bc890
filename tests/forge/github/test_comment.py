"""`dossier comment`: a pull request is fetched as git objects and reviewed from `main`."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.dataset import snapshots
from dossier.forge.github.gh import BOT
from dossier.forge.review.comment import MARKER
from tests.forge.github.conftest import PREVIEW, REPO, Pull, Pulled, comment, git, replace
from tests.forge.github.rendering import live

PLAN = "elements/trial-plan-2019.yml"
CLAIM = "ru: План подписан в феврале."


@pytest.fixture
def pull(pulled: Pulled) -> Pull:
    """A pull request with two lines that a machine can mend."""

    def change(data: Path) -> None:
        replace(data / PLAN, CLAIM, 'ru: План "подписан" в феврале.')
        replace(data / PLAN, "ru: План подписан в январе.", 'ru: План "подписан" в январе.')

    return pulled(change)


def test_the_review_becomes_suggestions_a_comment_and_labels(pull: Pull) -> None:
    result = pull.comment()
    assert result.exit_code == 0, result.output
    (reviewed, first), (said, second), (labelled, third) = pull.forge.sent()
    assert reviewed == f"{REPO}/pulls/5/reviews" and first["commit_id"] == pull.head
    assert "```suggestion\n      ru: План «подписан» в феврале.\n```" in (
        first["comments"][1]["body"].replace("\u00a0", " ")
    )
    assert said == f"{REPO}/issues/5/comments"
    assert (
        second["body"].startswith(MARKER) and second["body"].count(f"[`preview`]({PREVIEW})") == 2
    )
    assert (labelled, third) == (f"{REPO}/issues/5/labels", {"labels": ["elements"]})


def test_nothing_of_the_change_is_checked_out_and_nothing_that_its_run_left_is_fetched(
    pull: Pull,
) -> None:
    clone = pull.data.parent
    before = {path: path.read_bytes() for path in clone.rglob("*") if path.is_file()}
    assert pull.comment().exit_code == 0
    assert git(clone, "status", "--porcelain") == ""
    assert git(clone, "rev-parse", "HEAD") == git(pull.origin, "rev-parse", "main")
    assert all(
        path.read_bytes() == text for path, text in before.items() if ".git" not in path.parts
    )
    assert not any("artifact" in part or part == "run" for asked, _ in pull.forge.calls()
                   for part in asked)  # fmt: skip


def test_a_comment_is_renewed_in_its_place_and_suggestions_are_not_repeated(pull: Pull) -> None:
    pull.comment()
    suggested = pull.forge.sent()[0][1]["comments"]
    pull.forge.answer(**{
        f"GET {REPO}/issues/5/comments": [
            {"id": 1, "user": {"login": "reader"}, "body": f"{MARKER}\nmine"},
            {"id": 2, "user": {"login": BOT}, "body": f"{MARKER}\nold"},
        ],
        f"GET {REPO}/pulls/5/comments": [{"path": s["path"], "body": s["body"]} for s in suggested],
    })  # fmt: skip
    (pull.forge.home / "calls.jsonl").unlink()
    pull.comment()
    assert [path for path, _ in pull.forge.sent("PATCH")] == [f"{REPO}/issues/comments/2"]
    assert [path for path, _ in pull.forge.sent("POST")] == [f"{REPO}/issues/5/labels"]


def test_a_suggestion_that_github_refuses_is_named_and_the_others_are_made(pull: Pull) -> None:
    pull.forge.answer(**{
        f"POST {REPO}/pulls/5/reviews": "refuse",
        f"POST {REPO}/pulls/5/comments": {"refuse": "феврале"},
    })  # fmt: skip
    body = pull.posted()
    assert f"No suggestion is made for `data/{PLAN}:36`:" in body
    assert f"Нет готовой поправки для `data/{PLAN}:36`:" in body
    assert "suggestions: 1, left out: 1" in pull.comment().output


@pytest.mark.parametrize(
    "changes",
    [
        {"head": {"sha": "1" * 40, "repo": {"full_name": "editor/dossier"}}},
        {"head": {"sha": "1" * 40, "repo": None}},
        {"head": None},
    ],
)
def test_nothing_is_written_to_a_pull_request_of_another_commit(
    changes: dict[str, Any], pull: Pull
) -> None:
    pull.told(**changes)
    result = pull.comment()
    assert (result.exit_code, "no open pull request" in result.output) == (0, True), result.output
    assert pull.forge.sent() == []


@pytest.mark.parametrize("repository", [{"full_name": "other/dossier"}, None])
def test_nothing_is_written_to_a_pull_request_of_another_fork(
    repository: dict[str, str] | None, pull: Pull
) -> None:
    pull.told(head={"sha": pull.head, "repo": repository})
    assert "no open pull request" in pull.comment().output
    assert pull.forge.sent() == []


def test_nothing_is_written_when_another_commit_was_pushed_meanwhile(pull: Pull) -> None:
    git(pull.origin, "update-ref", "refs/pull/5/head", "main")
    result = pull.comment()
    assert (result.exit_code, "has moved on" in result.output) == (0, True)
    assert pull.forge.sent() == []


def test_a_fetch_that_fails_is_told_and_nothing_is_written(pull: Pull) -> None:
    git(pull.origin, "update-ref", "-d", "refs/pull/5/head")
    result = pull.comment()
    assert result.exit_code == 1 and "nothing more is written" in result.output
    assert pull.forge.sent() == []


def test_what_is_no_event_of_a_run_is_wrong_use(pull: Pull, tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    runs = [{"event": "push"}, {"event": "pull_request", "head_sha": "x", "id": 1}]
    for payload in [{}, *({"workflow_run": run} for run in runs)]:
        event.write_text(json.dumps(payload), "utf-8")
        assert comment(event, pull.data).exit_code == 2
    assert pull.forge.calls() == []


# File names, layouts and lengths of any kind cost at most a suggestion.


def written(name: str, text: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        (data / name).write_text(text, "utf-8")

    return change


def as_file(name: str) -> Callable[[Path], None]:
    """The plan under another name, with a line that a machine can mend."""

    def change(data: Path) -> None:
        text = (data / PLAN).read_text("utf-8").replace(CLAIM, 'ru: План "подписан" в марте.')
        path = os.fsencode(data / "elements") + b"/" + os.fsencode(name)
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 — a name of any bytes
            file.write(text)

    return change


def with_claim(claim: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        replace(data / PLAN, CLAIM, f"ru: {claim}")

    return change


EDITION = (
    "id: editions\neditions:\n  - {date: 2026-11-21, text: {ru: \"Вышло 'первое' -- издание.\"}}\n"
)
EXCEPTION = (
    "exceptions:\n  - url: https://ministry.example.org/news/7\n    until: 2027-01-01\n"
    "    reason: The site turns away programs.\nid: link-exceptions\n"
)


@pytest.mark.parametrize(
    ("change", "suggestions", "left_out"),
    [
        (written("editions.yml", EDITION), True, ""),
        (written("link-exceptions.yml", EXCEPTION), True, ""),
        (as_file("Plan-2026.yml"), True, ""),
        (as_file("план.yml"), True, ""),
        (as_file("план.2026.yml"), True, ""),
        (as_file("<!-- -->.yml"), True, ""),
        (as_file("a`` `b.yml"), True, ""),
        (as_file("a\nb.yml"), False, "data/elements/a b.yml:36"),
        (as_file("a\udcff.yml"), False, "data/elements/a·.yml:36"),
        (with_claim('План ```` "подписан" ``` в марте.'), True, ""),
        (with_claim('План "подписан" ' + "очень " * 800), True, ""),
        (with_claim('План "подписан" ' + "очень " * 8000), False, f"data/{PLAN}:36"),
    ],
)
def test_a_change_of_any_form_gets_its_comment(
    change: Callable[[Path], None],
    suggestions: bool,
    left_out: str,
    pulled: Pulled,
) -> None:
    pull = pulled(change)
    body = pull.posted()
    assert live(body) == []
    reviews = [sent for path, sent in pull.forge.sent("POST") if path == f"{REPO}/pulls/5/reviews"]
    assert [bool(review["comments"]) for review in reviews] == [True] * suggestions
    for one in (one for review in reviews for one in review["comments"]):
        assert len(one["body"]) < 65_536
        introduction, sign, rest = one["body"].partition("\n\n```")
        assert live(introduction) == []
        fence = "```" + rest[: len(rest) - len(rest.lstrip("`"))]
        assert sign and rest.endswith(f"\n{fence}") and rest.count(fence) <= 1 + fence.count("````")
    assert (f"No suggestion is made for `{left_out}`" in body) == bool(left_out)


# What unpacks to more than is read is refused before anything is unpacked.

TOO_LARGE = "at most 20,000 files and 32 megabytes of `data/` and `docs/` are read"


def test_a_head_that_unpacks_to_hundreds_of_megabytes_is_refused_with_a_sentence(
    pulled: Pulled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(data: Path) -> None:
        for number in range(4):
            with (data / f"elements/large-{number}.yml").open("wb") as file:
                file.truncate(50 * 2**20)

    pull = pulled(change)
    write = snapshots._write

    def write_base(place: Path, wanted: list[tuple[str, Path, int]]) -> None:
        assert not any("large" in path.name for _, path, _ in wanted), "it was unpacked"
        write(place, wanted)

    monkeypatch.setattr(snapshots, "_write", write_base)
    body = pull.posted()
    assert TOO_LARGE in body and "Правка слишком велика" in body


@pytest.mark.parametrize("folder", ["data", "docs", "other"])
def test_a_tree_that_names_itself_a_billion_times_is_refused_with_a_sentence(
    folder: str, pulled: Pulled
) -> None:
    def grown(place: Path, head: str) -> str:
        """The head with a folder of ten billion files, which take a few kilobytes."""
        blob = git(place, "hash-object", "-w", "--stdin")
        bomb = tree(place, *(f"100644 blob {blob}\t{number}.yml" for number in range(10)))
        for _ in range(9):
            bomb = tree(place, *(f"040000 tree {bomb}\t{number}" for number in range(10)))
        inside = git(place, "ls-tree", f"{head}:data").split("\n") if folder == "data" else []
        changed = tree(place, *inside, f"040000 tree {bomb}\tbomb")
        whole = [line for line in git(place, "ls-tree", head).split("\n")
                 if not line.endswith(f"\t{folder}")]  # fmt: skip
        root = tree(place, *whole, f"040000 tree {changed}\t{folder}")
        return git(place, "commit-tree", "-p", head, "-m", "grown", root)

    assert TOO_LARGE in pulled(lambda data: (data / "x").touch(), grown).posted()


def tree(place: Path, *entries: str) -> str:
    return git(place, "mktree", given="\n".join(entries) + "\n")


def test_a_head_without_data_is_told_so(pulled: Pulled) -> None:
    body = pulled(lambda data: shutil.rmtree(data)).posted()
    assert "Прочитать правку не удалось" in body and "has no folder 'data'" in body
    assert live(body) == []


def test_a_name_that_no_file_system_takes_is_told(pulled: Pulled) -> None:
    def under_data(place: Path, head: str) -> str:
        blob = git(place, "hash-object", "-w", "--stdin", given="id: a\n")
        entries = git(place, "ls-tree", f"{head}:data").split("\n")
        folder = tree(place, *entries, f"100644 blob {blob}\t{'a' * 400}.yml")
        whole = [line for line in git(place, "ls-tree", head).split("\n")
                 if not line.endswith("\tdata")]  # fmt: skip
        root = tree(place, *whole, f"040000 tree {folder}\tdata")
        return git(place, "commit-tree", "-p", head, "-m", "renamed", root)

    body = pulled(lambda data: (data / "x").touch(), under_data).posted()
    assert "cannot be unpacked: File name too long" in body
