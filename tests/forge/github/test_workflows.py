"""Every command of every workflow runs here, on a stand-in for GitHub."""

from __future__ import annotations

import json
import shutil
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
    Project,
    Step,
    make_project,
    run_job,
    set_up,
)
from tests.forge.intake.asking import ELEMENT, FORMS, body_of, event_of

pytestmark = pytest.mark.slow

REPO = "repos/example/dossier"
RUN_EVENT = Path(__file__).parent / "events/workflow_run.json"


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


def test_a_change_from_a_fork_is_reviewed_without_rights_and_commented_on(
    trial_project: Project,
) -> None:
    project, record = trial_project, "trial-exercise-2020"
    name = f"data/elements/{record}.yml"
    base, head = fork(project, name, "\nchecked: '2026", "\nchecked: '2025")
    steps = review(project, base)
    assert [step.status for step in steps] == [0, 0, 0], told(steps)
    assert project.forge.calls() == []
    assert (project.artifacts["preview"] / "index.html").is_file()
    steps = comment(project, head)
    assert [step.status for step in steps] == [0, 0], told(steps)
    path, sent = project.forge.sent()[0]
    assert path == f"{REPO}/issues/5/comments"
    assert sent["body"].startswith(MARKER) and record in sent["body"]


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
    assert opened[1].startswith("Closes #7\n")
    reviews = [given["body"] for path, given in forge.sent() if path == f"{REPO}/issues/8/comments"]
    assert len(reviews) == 1 and reviews[0].startswith(MARKER)
    assert "For the reviewer to judge" in reviews[0] and "#artifacts" not in reviews[0]
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


LABELLED = f"GET {REPO}/issues/7/events"


def test_a_form_that_was_mended_needs_no_new_approval(trial_project: Project) -> None:
    given = {"event": "labeled", "label": {"name": "approved"}, "actor": {"login": "maintainer"}}
    changes = {"action": "edited", "label": None, "sender": {"login": "reader"}}
    trial_project.forge.answer(**{MAY: {"permission": "write"}, LABELLED: []})
    steps = approved(trial_project, **changes)
    assert steps[-1].status == 1 and "does not say who gave the label" in steps[-1].output
    trial_project.forge.answer(**{LABELLED: [given]})
    assert [step.status for step in approved(trial_project, **changes)] == [0, 0]
    assert git(trial_project.origin, "branch", "--list", "intake/*").strip() == "intake/issue-7"


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


PLAN = "data/elements/trial-plan-2019.yml"


def test_what_is_pushed_is_checked_on_its_lines(trial_project: Project) -> None:
    replace(trial_project.clone / PLAN, "kind: protocol_plan", "kind: no_such_plan")
    steps = run_job(trial_project, "check", "data", RUN_EVENT, {})
    assert [step.command for step in steps][:2] == [
        "make setup", ".venv/bin/dossier check --format github",
    ]  # fmt: skip
    assert f"::error file={PLAN}" in steps[-1].output


@pytest.mark.prove
def test_the_tests_run_as_the_workflow_runs_them(project: Project) -> None:
    arguments = "tests/language/test_words.py -n0 -q -p no:cacheprovider"
    steps = run_job(project, "check", "quick", RUN_EVENT, {}, ARGS=arguments,
                    MYPY_CACHE_DIR=str(ROOT / ".mypy_cache"))  # fmt: skip
    assert [step.status for step in steps] == [0], told(steps)
    assert " passed" in steps[0].output


def test_what_has_errors_is_not_published(trial_project: Project) -> None:
    replace(trial_project.clone / PLAN, "kind: protocol_plan", "kind: no_such_plan")
    contexts = dict.fromkeys(
        ("steps.pages.outputs.base_url", "github.server_url", "github.repository"), ""
    )
    steps = run_job(trial_project, "publish", "build", RUN_EVENT, contexts, ARGS="--no-pdf")
    assert [step.status for step in steps] == [2], told(steps)
    assert not (trial_project.clone / "site").exists()
