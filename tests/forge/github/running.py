"""Runs the jobs of a workflow here: its commands in order, on a clone, with a `gh` that is a stub.

Actions are left out but for what they hand on: the checkout is the clone, and an artifact that is
uploaded is copied to a folder. An expression is filled in from a table; one that is not in the
table is a mistake of the test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.fixtures.trial import copy_trial
from tests.forge.github.conftest import git
from tests.forge.github.forge_stub import Forge
from tests.site.project import write_pages
from tests.test_architecture import tracked

WORKFLOWS = ROOT / ".github/workflows"
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def text_of(name: str) -> str:
    """The text of a workflow."""
    return (WORKFLOWS / f"{name}.yml").read_text("utf-8")


def workflow(name: str) -> dict[str, Any]:
    """A workflow as it is written."""
    told: dict[str, Any] = yaml.load(text_of(name), yaml.BaseLoader)
    return told


@dataclass
class Project:
    """The project at a place of its own: what is pushed to, and a clone that a runner works in."""

    origin: Path
    clone: Path
    forge: Forge
    artifacts: dict[str, Path] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """What became of one command."""

    command: str
    status: int
    output: str


def make_project(folder: Path, forge: Forge, trial: bool) -> Project:
    """The project in a repository, with its own records and pages or the trial ones."""
    written = folder / "written"
    for path in tracked():
        name = path.relative_to(ROOT)
        if not (trial and name.parts[0] in ("data", "docs")):
            (written / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, written / name)
    if trial:
        copy_trial(written)
        write_pages(written)
    git(written, "init", "-q", "-b", "main")
    git(written, "add", "--all")
    git(written, "commit", "-qm", "one")
    git(folder, "clone", "-q", "--bare", str(written), str(folder / "origin"))
    project = Project(folder / "origin", folder / "clone", forge)
    git(folder, "clone", "-q", str(project.origin), str(project.clone))
    set_up(project.clone)
    return project


def set_up(clone: Path) -> None:
    """What `make setup` would install is here already."""
    (clone / ".venv").symlink_to(sys.prefix)
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile"):
        os.utime(clone / name, (0, 0))


def run_job(
    project: Project, name: str, job: str, event: Path, contexts: dict[str, str], **more: str
) -> list[Step]:
    """Every command of the job, in order; those after a failure only where the workflow says so."""
    steps: list[Step] = []
    for step in workflow(name)["jobs"][job]["steps"]:
        failed = any(done.status for done in steps)
        if failed and "!cancelled()" not in step.get("if", ""):
            continue
        if "upload-artifact" in step.get("uses", ""):
            _upload(project, step["with"])
        if "run" in step:
            given = {key: filled(value, contexts) for key, value in step.get("env", {}).items()}
            told = {"GITHUB_EVENT_PATH": str(event), "GITHUB_REPOSITORY": "example/dossier"}
            steps += run_commands(project, [step["run"]], **told, **more, **given)
    return steps


def run_commands(project: Project, commands: list[str], **more: str) -> list[Step]:
    """Commands in the clone, with nothing in the environment but what a runner has."""
    temporary = project.clone.parent / "runner"
    temporary.mkdir(exist_ok=True)
    environment = {
        "PATH": project.forge.path,
        "HOME": str(temporary),
        "LANG": "C.UTF-8",
        "CI": "true",
        "RUNNER_TEMP": str(temporary),
        "GIT_CONFIG_NOSYSTEM": "1",
        **more,
    }
    steps = []
    for command in commands:
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command], cwd=project.clone, env=environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        steps.append(Step(command, done.returncode, done.stdout + done.stderr))
    return steps


def filled(text: str, contexts: dict[str, str]) -> str:
    """The text with its expressions filled in; KeyError for one that the test does not know."""
    return EXPRESSION.sub(lambda match: contexts[match[1]], text)


def _upload(project: Project, told: dict[str, str]) -> None:
    path = project.clone / told["path"]
    if path.exists():
        project.artifacts[told["name"]] = path
