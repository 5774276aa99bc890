"""The page on publishing and the example for GitLab: every command in them is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.forge.github.conftest import IDENTITY, git
from tests.forge.github.forge_stub import Forge
from tests.forge.github.running import Project, make_project, run_commands
from tests.forge.intake.test_forms import checked

EXAMPLE = ROOT / ".gitlab-ci.example.yml"
BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
# These take minutes, or do not end: other tests run them, here it is seen what they lead to.
REHEARSED = {"make site": "dossier build", "make serve": "preview.py", "make test": "-m pytest"}
VALUES = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main", **IDENTITY}


@pytest.fixture
def project(tmp_path: Path, forge: Forge) -> Project:
    return make_project(tmp_path, forge, trial=False)


def commands(language: str) -> list[str]:
    page = (ROOT / f"docs/{language}/publishing.md").read_text("utf-8")
    return [line for block in BLOCK.findall(page) for line in map(str.strip, block.splitlines())]


def run(project: Project, command: str) -> None:
    """Run a command, or see what it leads to; what asks the network is asked for its help."""
    command = command.replace("dossier links", "dossier links --help")
    leads_to = next((to for made, to in REHEARSED.items() if command.endswith(made)), "")
    (step,) = run_commands(project, [command.replace("make", "make -n") if leads_to else command],
                           **VALUES)  # fmt: skip
    assert step.status == 0, step.output
    assert leads_to in step.output


def test_both_languages_name_the_same_commands() -> None:
    assert commands("ru") == commands("en") != []


@pytest.mark.prove  # the example of the page has almost the same commands
@pytest.mark.slow
def test_every_command_of_the_page_runs(project: Project) -> None:
    for command in commands("en"):
        run(project, command)
    assert (project.clone / "review.md").is_file()
    # The tag of an edition stands where the next publication finds it.
    sent = git(project.clone, "ls-remote", "--tags", "origin").split()
    assert [name.partition("edition-2026-")[0] for name in sent[1::2]] == ["refs/tags/"] * 2


def test_the_example_is_what_gitlab_reads() -> None:
    assert checked("gitlab-ci", EXAMPLE) == ""


@pytest.mark.slow
def test_every_command_of_the_example_runs(project: Project) -> None:
    jobs = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    for name, job in jobs.items():
        if not isinstance(job, dict) or name == "workflow":
            continue
        if name == "pages":
            (project.clone / "site").mkdir()  # what the build would have made
        for command in job["script"]:
            run(project, command)
    assert (project.clone / "review.md").is_file()
    assert (project.clone / "public").is_dir()


def test_the_example_publishes_the_main_branch_only_and_after_the_tests() -> None:
    jobs = yaml.safe_load(EXAMPLE.read_text("utf-8"))
    (rule,) = jobs["pages"]["rules"]
    assert rule["if"].startswith("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH &&")
    assert jobs["pages"]["needs"] == ["test"]
    # Of a merge request, too: only schedules go without.
    assert jobs["test"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE != "schedule"'}]


def test_the_example_prints_findings_for_people() -> None:
    (script,) = [line for line in yaml.safe_load(EXAMPLE.read_text("utf-8"))["review"]["script"]
                 if "dossier review" in line]  # fmt: skip
    assert "--format text" in script


def test_the_owners_are_examples_until_somebody_agrees() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)
