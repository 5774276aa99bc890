"""The files of the workflows: nothing in them is unsafe, and GitHub can read them."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.forge.github.running import WORKFLOWS, text_of, workflow
from tests.forge.intake.test_forms import checked

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yml"))
FROM_FORKS = [name for name in NAMES if "pull_request" in workflow(name)["on"]]


def zizmor(path: Path) -> str:
    """What zizmor has to say at its strictest; nothing if all is well."""
    done = subprocess.run(
        [Path(sys.prefix) / "bin/zizmor", "--offline", "--no-progress", "--persona=auditor", path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def jobs() -> list[Any]:
    """Every job that runs something itself, and no workflow of ours in its place."""
    return [
        pytest.param(job, id=f"{name}-{key}")
        for name in NAMES
        for key, job in workflow(name)["jobs"].items()
        if "uses" not in job
    ]


def test_an_auditor_of_workflows_has_nothing_to_say() -> None:
    assert zizmor(ROOT / ".github") == ""


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("intake", '"$GITHUB_EVENT_PATH" --today', "${{ github.event.issue.title }} --today"),
        ("review", "persist-credentials: false", "persist-credentials: true"),
        ("comment", " # zizmor: ignore[dangerous-triggers]", " #"),
        ("check", "permissions: {}", "permissions: write-all"),
        ("publish", "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6"),
    ],
)
def test_the_auditor_sees_a_workflow_that_was_made_unsafe(
    name: str, old: str, new: str, tmp_path: Path
) -> None:
    path = tmp_path / ".github/workflows" / f"{name}.yml"
    path.parent.mkdir(parents=True)
    text = text_of(name)
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert zizmor(tmp_path / ".github") != ""


@pytest.mark.slow
def test_the_workflows_and_what_renews_them_are_what_github_reads() -> None:
    assert checked("github-workflows", *(WORKFLOWS / f"{name}.yml" for name in NAMES)) == ""
    assert checked("dependabot", ROOT / ".github/dependabot.yml") == ""


def test_the_hosts_of_previews_run_what_the_makefile_has() -> None:
    assert checked("readthedocs", ROOT / ".readthedocs.yaml") == ""
    read_the_docs = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text("utf-8"))
    with (ROOT / "netlify.toml").open("rb") as file:
        netlify = tomllib.load(file)["build"]
    commands = [*read_the_docs["build"]["commands"], netlify["command"]]
    assert all(" make site ARGS=" in command for command in commands)
    assert "READTHEDOCS_OUTPUT/html" in commands[0]
    assert netlify["publish"] == "site"


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_has_no_rights_of_its_own(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    assert all("permissions" in job for job in workflow(name)["jobs"].values())
    assert "pull_request_target" not in workflow(name)["on"]


@pytest.mark.parametrize("job", jobs())
def test_a_job_runs_no_text_of_others_and_names_a_limit(job: dict[str, Any]) -> None:
    assert "timeout-minutes" in job
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("name", FROM_FORKS)
def test_what_runs_for_a_fork_may_only_read_and_knows_no_secret(name: str) -> None:
    for job in workflow(name)["jobs"].values():
        assert job["permissions"] in ({"contents": "read"}, {})
    assert not re.search(r"\$\{\{[^}]*(secrets|github\.token)", text_of(name))


def test_what_may_write_keeps_no_cache_that_a_fork_could_fill() -> None:
    for name in NAMES:
        for job in workflow(name)["jobs"].values():
            if not set(job["permissions"].values()) <= {"read"}:
                assert not any("cache" in step.get("with", {}) for step in job["steps"])


def test_each_action_is_pinned_by_one_commit() -> None:
    used = {use for name in NAMES for use in re.findall(r"uses: (\S+)", text_of(name))}
    own = {use for use in used if use.startswith("./.github/workflows/")}
    assert all((ROOT / use).is_file() for use in own)
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", use) for use in used - own)
    assert len({use.partition("@")[0] for use in used}) == len(used)


def test_what_is_published_is_built_as_the_preview_is() -> None:
    def commands(name: str, job: str) -> list[str]:
        return [step["run"] for step in workflow(name)["jobs"][job]["steps"] if "run" in step]

    tags = 'DOSSIER_TAGS="$(git show-ref --tags --dereference)"'
    assert commands("publish", "build") == [f"{tags} make site"]
    assert commands("review", "review")[-1] == "make site ARGS=--no-pdf"


def test_nothing_is_published_before_the_checks_of_its_commit_have_passed() -> None:
    jobs = workflow("publish")["jobs"]
    assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert jobs["check"]["permissions"] == {"contents": "read"}
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("check", "build")
    # A condition of its own could let a job run though one that it needs has failed.
    assert "if" not in jobs["build"] and "if" not in jobs["deploy"]
    check = workflow("check")
    assert "workflow_call" in check["on"] and "push" not in check["on"]
    assert {"quick", "slow"} == set(check["jobs"]["passed"]["needs"])
    # On the main branch no job but the one that knows only pull requests is left out.
    assert {key: job.get("if") for key, job in check["jobs"].items()} == {
        "data": "github.event_name != 'pull_request'", "quick": None, "slow": None,
        "passed": "always()",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_checks_that_the_guide_says_to_require_exist_by_these_names(language: str) -> None:
    guide = (ROOT / f"docs/{language}/publishing.md").read_text("utf-8")
    (rule,) = [line for line in guide.splitlines() if line.startswith("3. ") and "`main`" in line]
    required = set(re.findall(r"[“«](.+?)[”»]", rule))
    # A job of a matrix reports under names of its own.
    reported = {
        job["name"] for name in FROM_FORKS for job in workflow(name)["jobs"].values()
        if "strategy" not in job
    }  # fmt: skip
    assert required == {"Passed", "Findings and preview"} <= reported
