"""The workflows: nothing in them is unsafe, GitHub can read them, and their commands run here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dossier.dataset import load
from dossier.forge.github.gh import BOT
from dossier.forge.review.comment import MARKER
from tests.conftest import ROOT
from tests.forge.github.conftest import git, replace
from tests.forge.github.forge_stub import Forge
from tests.forge.github.running import (
    WORKFLOWS,
    Project,
    Step,
    make_project,
    run_job,
    set_up,
    text_of,
    workflow,
)
from tests.forge.intake.asking import ELEMENT, FORMS, body_of, event_of
from tests.forge.intake.test_forms import checked

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yml"))
FROM_FORKS = [name for name in NAMES if "pull_request" in workflow(name)["on"]]
REPO = "repos/example/dossier"
RUN_EVENT = Path(__file__).parent / "events/workflow_run.json"


def zizmor(path: Path) -> str:
    """What zizmor has to say at its strictest; nothing if all is well."""
    done = subprocess.run(
        [Path(sys.prefix) / "bin/zizmor", "--offline", "--no-progress", "--persona=auditor", path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def jobs() -> list[Any]:
    return [
        pytest.param(job, id=f"{name}-{key}")
        for name in NAMES
        for key, job in workflow(name)["jobs"].items()
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


def test_the_workflows_and_what_renews_them_are_what_github_reads() -> None:
    assert checked("github-workflows", *(WORKFLOWS / f"{name}.yml" for name in NAMES)) == ""
    assert checked("dependabot", ROOT / ".github/dependabot.yml") == ""


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
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", use) for use in used)
    assert len({use.partition("@")[0] for use in used}) == len(used)


# Every command of every workflow, here.


@pytest.fixture
def trial_project(tmp_path: Path, forge: Forge) -> Project:
    return make_project(tmp_path, forge, trial=True)


@pytest.fixture
def project(tmp_path: Path, forge: Forge) -> Project:
    return make_project(tmp_path, forge, trial=False)


def told(steps: list[Step]) -> str:
    return "\n".join(f"$ {step.command} → {step.status}\n{step.output[-3000:]}" for step in steps)


def fork(project: Project, path: str, old: str, new: str) -> tuple[str, str]:
    """A change from somebody's fork, checked out in the runner's clone: its base and its head."""
    folder = project.clone.parent / "fork"
    git(folder.parent, "clone", "-q", str(project.origin), str(folder))
    replace(folder / path, old, new)
    git(folder, "commit", "-qam", "a change")
    git(folder, "push", "-q", str(project.origin), "HEAD:refs/pull/5/head")
    base, head = git(folder, "rev-parse", "HEAD~1"), git(folder, "rev-parse", "HEAD")
    shutil.rmtree(project.clone)
    git(folder.parent, "clone", "-q", str(project.origin), str(project.clone))
    git(project.clone, "fetch", "-q", "origin", "refs/pull/5/head")
    git(project.clone, "checkout", "-q", head)
    set_up(project.clone)
    return base, head


def review(project: Project, base: str) -> list[Step]:
    contexts = {"github.event.pull_request.base.sha": base}
    return run_job(project, "review", "review", RUN_EVENT, contexts, ARGS="--no-pdf")


def comment(project: Project, head: str) -> list[Step]:
    """The privileged run: in a new clone of the main branch."""
    shutil.rmtree(project.clone)
    git(project.origin, "clone", "-q", f"file://{project.origin}", str(project.clone))
    set_up(project.clone)
    payload = json.loads(RUN_EVENT.read_text("utf-8"))
    payload["workflow_run"]["head_sha"] = head
    event = project.clone.parent / "event.json"
    event.write_text(json.dumps(payload), "utf-8")
    pull = {
        "number": 5,
        "head": {"sha": head, "repo": {"full_name": "editor/dossier"}},
        "base": {"sha": git(project.origin, "rev-parse", "main")},
    }
    project.forge.answer(**{f"GET {REPO}/pulls": [pull]})
    return run_job(project, "comment", "comment", event, {"github.token": "a token"})


@pytest.mark.slow
def test_a_change_from_a_fork_is_reviewed_without_rights_and_commented_on(project: Project) -> None:
    record = sorted((project.clone / "data/elements").glob("*.yml"))[0]
    name = str(record.relative_to(project.clone))
    base, head = fork(project, name, "\nchecked: '2026", "\nchecked: '2025")
    steps = review(project, base)
    assert [step.status for step in steps] == [0, 0, 0], told(steps)
    assert project.forge.calls() == []
    assert (project.artifacts["preview"] / "index.html").is_file()
    steps = comment(project, head)
    assert [step.status for step in steps] == [0, 0], told(steps)
    path, sent = project.forge.sent()[0]
    assert path == f"{REPO}/issues/5/comments"
    assert sent["body"].startswith(MARKER) and record.stem in sent["body"]


def test_a_branch_with_broken_yaml_gets_a_comment_that_explains_it_and_no_preview(
    trial_project: Project,
) -> None:
    name = "data/elements/trial-plan-2019.yml"
    base, head = fork(trial_project, name, "kind: protocol_plan", "kind: [protocol_plan")
    steps = review(trial_project, base)
    assert [step.status for step in steps] == [0, 1, 2], told(steps)
    assert f"::error file={name}" in steps[1].output
    assert trial_project.artifacts == {}
    steps = comment(trial_project, head)
    assert [step.status for step in steps] == [0, 0], told(steps)
    assert "cannot be read" in trial_project.forge.sent()[0][1]["body"]


def approved(project: Project, **changes: Any) -> list[Step]:
    answers = body_of(FORMS["element"], ELEMENT, load(project.clone / "data"))
    event = project.clone.parent / "event.json"
    event.write_text(json.dumps(event_of(answers, **changes)), "utf-8")
    return run_job(project, "intake", "draft", event, {"github.token": "a token"})


MAY = f"GET {REPO}/collaborators/maintainer/permission"


def test_an_approved_form_becomes_a_pull_request(trial_project: Project) -> None:
    forge = trial_project.forge
    forge.answer(**{MAY: {"permission": "write", "role_name": "maintain"}})
    steps = approved(trial_project)
    assert [step.status for step in steps] == [0, 0], told(steps)
    made = git(trial_project.origin, "diff", "--name-status", "main", "intake/issue-7")
    assert made == "A\tdata/elements/a-second-plan-was-signed.yml"
    assert git(trial_project.origin, "log", "-1", "--format=%an", "intake/issue-7") == BOT
    opened = next((asked, given) for asked, given in forge.calls() if asked[:2] == ["pr", "create"])
    assert {"--base=main", "--head=intake/issue-7", "--repo=example/dossier"} <= set(opened[0])
    assert opened[1].startswith("Closes #7\n") and "For the reviewer to judge" in opened[1]
    assert ["workflow", "run", "check.yml", "--repo=example/dossier", "--ref=intake/issue-7"] in [
        asked for asked, _ in forge.calls()
    ]


def test_a_form_that_was_approved_twice_does_not_overwrite_the_branch(
    trial_project: Project,
) -> None:
    trial_project.forge.answer(**{MAY: {"permission": "admin"}})
    approved(trial_project)
    before = git(trial_project.origin, "rev-parse", "intake/issue-7")
    git(trial_project.clone, "switch", "-q", "main")
    steps = approved(trial_project)
    assert [step.status for step in steps] == [0, 0], told(steps)
    assert "there is a branch intake/issue-7 already" in steps[-1].output
    assert git(trial_project.origin, "rev-parse", "intake/issue-7") == before


@pytest.mark.parametrize(
    ("may", "changes", "said"),
    [
        ({"permission": "read", "role_name": "triage"}, {}, "may not write to the repository"),
        ({"permission": "write"}, {"label": {"name": "other"}}, "the label is not `approved`"),
        ({"permission": "write"}, {"sender": {}}, "does not say who gave the label"),
    ],
)
def test_nobody_but_a_maintainer_approves(
    may: dict[str, str], changes: dict[str, Any], said: str, trial_project: Project
) -> None:
    trial_project.forge.answer(**{MAY: may})
    steps = approved(trial_project, **changes)
    assert steps[-1].status == 1 and said in steps[-1].output
    assert git(trial_project.origin, "branch", "--list", "intake/*") == ""
    assert git(trial_project.clone, "status", "--porcelain", "data") == ""


def test_a_form_with_findings_gets_a_comment_and_no_branch(trial_project: Project) -> None:
    trial_project.forge.answer(**{MAY: {"permission": "write"}})
    answers = ELEMENT | {"title_en": "Plan {{ 7*7 }}", "id": "../x"}
    body = body_of(FORMS["element"], answers, load(trial_project.clone / "data"))
    event = trial_project.clone.parent / "event.json"
    event.write_text(json.dumps(event_of(body)), "utf-8")
    steps = run_job(trial_project, "intake", "draft", event, {"github.token": "a token"})
    assert steps[-1].status == 0, told(steps)
    (path, sent), = trial_project.forge.sent()  # fmt: skip
    assert path == f"{REPO}/issues/7/comments" and "No draft was made" in sent["body"]
    assert git(trial_project.origin, "branch", "--list", "intake/*") == ""


def test_what_is_due_becomes_one_issue_that_is_renewed(trial_project: Project) -> None:
    replace(trial_project.clone / "data/elements/trial-plan-2019.yml",
            "checked: '2026-11-21'", "checked: '2020-01-01'")  # fmt: skip
    steps = run_job(trial_project, "freshness", "freshness", RUN_EVENT, {"github.token": "a token"})
    assert [step.status for step in steps] == [0, 0, 0, 0], told(steps)
    (path, sent), = trial_project.forge.sent("POST")  # fmt: skip
    assert path == f"{REPO}/issues" and sent["labels"] == ["freshness"]
    assert "data/elements/trial-plan-2019.yml" in sent["body"]


def test_what_is_pushed_is_checked_on_its_lines(trial_project: Project) -> None:
    steps = run_job(trial_project, "check", "data", RUN_EVENT, {})
    assert [step.command for step in steps][:2] == [
        "make setup", ".venv/bin/dossier check --format github",
    ]  # fmt: skip
    assert "::error" in steps[-1].output  # the pages of the project name records of its own data


@pytest.mark.slow
def test_the_tests_run_as_the_workflow_runs_them(project: Project) -> None:
    arguments = "tests/language/test_words.py -n0 -q -p no:cacheprovider"
    steps = run_job(project, "check", "quick", RUN_EVENT, {}, ARGS=arguments,
                    MYPY_CACHE_DIR=str(ROOT / ".mypy_cache"))  # fmt: skip
    assert [step.status for step in steps] == [0], told(steps)
    assert " passed" in steps[0].output


def test_what_is_published_is_built_as_the_preview_is() -> None:
    def commands(name: str, job: str) -> list[str]:
        return [step["run"] for step in workflow(name)["jobs"][job]["steps"] if "run" in step]

    assert commands("publish", "build") == ["make site"]
    assert commands("review", "review")[-1] == "make site"
    assert workflow("publish")["jobs"]["deploy"]["needs"] == "build"


def test_what_has_errors_is_not_published(trial_project: Project) -> None:
    contexts = dict.fromkeys(
        ("steps.pages.outputs.base_url", "github.server_url", "github.repository"), ""
    )
    steps = run_job(trial_project, "publish", "build", RUN_EVENT, contexts, ARGS="--no-pdf")
    assert [step.status for step in steps] == [2], told(steps)
    assert not (trial_project.clone / "site").exists()
