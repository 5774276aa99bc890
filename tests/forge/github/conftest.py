"""GitHub and git for the tests: a stub on PATH, repositories in temporary folders."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.fixtures.trial import copy_trial
from tests.forge.github.forge_stub import Forge, make_forge

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
