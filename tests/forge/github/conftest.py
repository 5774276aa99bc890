"""GitHub and git for the tests: a stub on PATH, repositories in temporary folders."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.forge.review.comment import MARKER
from tests.fixtures.trial import copy_trial
from tests.forge.github.forge_stub import Forge, make_forge

REPO = "repos/example/dossier"
EVENTS = Path(__file__).parent / "events"
PREVIEW = "https://github.com/example/dossier/actions/runs/900#artifacts"

IDENTITY = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(folder: Path, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], input=given,
        env=os.environ | IDENTITY, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    """A `gh` on PATH that answers from a file."""
    made = make_forge(tmp_path / "forge")
    monkeypatch.setenv("PATH", made.path)
    return made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The trial dataset in a repository of its own."""
    return make_repository(tmp_path / "repository")


def make_repository(folder: Path) -> Path:
    """The trial dataset in a repository with a branch `main`, checked out on a branch `change`."""
    found = copy_trial(folder)
    root = Path(__file__).parents[3]
    (folder / ".gitattributes").write_text((root / ".gitattributes").read_text("utf-8"), "utf-8")
    (folder / "schema").mkdir()
    (folder / "schema/element.schema.json").write_text("{}\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    git(folder, "switch", "-qc", "change")
    return found


def commit(data: Path) -> str:
    """Commit everything; returns the commit."""
    git(data.parent, "add", "--all")
    git(data.parent, "commit", "-qm", "change")
    return git(data.parent, "rev-parse", "HEAD")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@dataclass(frozen=True)
class Pull:
    """A pull request from a fork: what GitHub has, and the runner's clone of the main branch."""

    origin: Path
    data: Path
    head: str
    forge: Forge

    def told(self, **changes: Any) -> None:
        """Let GitHub list the pull request, changed so."""
        head = {"sha": self.head, "repo": {"full_name": "editor/dossier"}}
        base = {"sha": git(self.origin, "rev-parse", "main")}
        pull = {"number": 5, "head": head, "base": base} | changes
        self.forge.answer(**{f"GET {REPO}/pulls": [{"number": 4, "head": {}, "base": {}}, pull]})

    def comment(self) -> Result:
        """Run the command, as the workflow does after the run of the fork."""
        payload = json.loads((EVENTS / "workflow_run.json").read_text("utf-8"))
        payload["workflow_run"]["head_sha"] = self.head
        event = self.origin.parent / "event.json"
        event.write_text(json.dumps(payload), "utf-8")
        return comment(event, self.data)

    def posted(self) -> str:
        """The comment that was posted, of which the preview alone is linked."""
        result = self.comment()
        assert result.exit_code == 0, result.output
        (body,) = [str(sent["body"]) for path, sent in self.forge.sent("POST")
                   if path == f"{REPO}/issues/5/comments"]  # fmt: skip
        assert body.startswith(MARKER) and len(body) < 65_536
        return body.replace(f"]({PREVIEW})", "]").replace(self.head[:10], "")


def comment(event: Path, data: Path) -> Result:
    result = CliRunner().invoke(main, ["comment", str(event), "--data", str(data)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


Pulled = Callable[..., Pull]


@pytest.fixture
def pulled(tmp_path: Path, forge: Forge) -> Pulled:
    """Makes the pull request of a change of the files, and of the commit that holds them."""

    def make(
        change: Callable[[Path], None], rewrite: Callable[[Path, str], str] = lambda _, head: head
    ) -> Pull:
        data = make_repository(tmp_path / "origin")
        change(data)
        head = rewrite(data.parent, commit(data))
        git(data.parent, "update-ref", "refs/pull/5/head", head)
        git(data.parent, "switch", "-q", "--force", "main")
        git(data.parent, "branch", "-qD", "change")
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", f"file://{data.parent}", str(clone))
        pull = Pull(data.parent, clone / "data", head, forge)
        pull.told()
        return pull

    return make
