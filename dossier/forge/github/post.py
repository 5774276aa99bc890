"""The artifact of a run, fetched, checked and put on its pull request: comment and the rest."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.forge.event import NotAnEvent, read_payload, repository_of
from dossier.forge.github import gh
from dossier.forge.github.artifact import Artifact, BadArtifact, read_artifact
from dossier.forge.github.labels import labels_for
from dossier.forge.review.suggestions import Suggestion

NAME = "review"
MOST_BYTES = 600_000
_SHA = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Run:
    """The run of the workflow that made the artifact, as GitHub tells it."""

    repository: str
    head: str
    head_repository: str
    id: int


def read_run(path: Path) -> Run:
    """The run in an event of the kind `workflow_run`; raises `NotAnEvent`."""
    payload = read_payload(path)
    told = payload.get("workflow_run")
    if not isinstance(told, dict) or told.get("event") != "pull_request":
        raise NotAnEvent("the event is not of a run for a pull request")
    head, number = told.get("head_sha"), told.get("id")
    if not isinstance(head, str) or not _SHA.fullmatch(head) or type(number) is not int:
        raise NotAnEvent("the run does not say which commit it was for")
    origin = {"repository": told.get("head_repository") or {}}
    return Run(repository_of(payload), head, repository_of(origin), number)


def post(run: Run) -> Iterator[str]:
    """Write what the run left behind to its pull request; tells what was done.

    Raises `BadArtifact` for what is no review, or names somebody else's pull request.
    """
    artifact = _fetched(run)
    if artifact is None:
        yield "the run left no review behind"
        return
    pull = gh.ask(f"repos/{run.repository}/pulls/{artifact.number}")
    head = pull.get("head") or {}
    if (head.get("repo") or {}).get("full_name") != run.head_repository:
        raise BadArtifact(f"pull request {artifact.number} is not the one that the run was for")
    if pull.get("state") != "open" or head.get("sha") != run.head:
        yield "the pull request has moved on: nothing is written"
        return
    body = artifact.comment + _footer(run)
    gh.say(run.repository, artifact.number, artifact.comment.split("\n", 1)[0], body)
    yield "the comment is up to date"
    yield from _suggest(artifact, run)
    yield from _label(artifact, run)


def _fetched(run: Run) -> Artifact | None:
    """The artifact of the run; its size is looked at before anything is fetched."""
    path = f"repos/{run.repository}/actions/runs/{run.id}/artifacts?name={NAME}"
    listed = (gh.ask(path) or {}).get("artifacts") or []
    if not listed:
        return None
    if any(entry.get("size_in_bytes", MOST_BYTES + 1) > MOST_BYTES for entry in listed):
        raise BadArtifact(f"the artifact has more than {MOST_BYTES:,} bytes")
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        gh.run("run", "download", str(run.id), f"--repo={run.repository}", f"--name={NAME}",
               f"--dir={scratch}")  # fmt: skip
        return read_artifact(Path(scratch))


def _footer(run: Run) -> str:
    address = f"https://github.com/{run.repository}/actions/runs/{run.id}#artifacts"
    return (
        f"\n---\n\nДля {run.head[:10]}. Сайт с этим изменением — [архив `preview`]({address}): "
        "распакуйте и откройте `index.html`; его нет, если сборка не удалась. · "
        f"For {run.head[:10]}. The site with this change is the [archive `preview`]({address}): "
        "unpack it and open `index.html`; there is none if the build failed.\n"
    )


def _suggest(artifact: Artifact, run: Run) -> Iterator[str]:
    path = f"repos/{run.repository}/pulls/{artifact.number}"
    said = {(entry.get("path"), entry.get("body")) for entry in gh.ask(f"{path}/comments")}
    comments = [_comment(one) for one in artifact.suggestions]
    fresh = [one for one in comments if (one["path"], one["body"]) not in said]
    if not fresh:
        return
    review = {"commit_id": run.head, "event": "COMMENT", "comments": fresh}
    try:
        gh.send("POST", f"{path}/reviews", review)
    except gh.GitHubSaid as refused:  # a line outside the change, named by a forged artifact
        yield f"the suggestions were refused: {refused}"
        return
    yield f"{len(fresh)} suggestion{'' if len(fresh) == 1 else 's'} made"


def _comment(one: Suggestion) -> dict[str, Any]:
    body = (
        "Это правит `dossier fmt --fix`. · `dossier fmt --fix` mends this.\n\n"
        f"```suggestion\n{one.text}\n```"
    )
    place: dict[str, Any] = {"path": one.path, "line": one.last, "side": "RIGHT", "body": body}
    if one.first < one.last:
        place |= {"start_line": one.first, "start_side": "RIGHT"}
    return place


def _label(artifact: Artifact, run: Run) -> Iterator[str]:
    path = f"repos/{run.repository}"
    files = gh.ask(f"{path}/pulls/{artifact.number}/files")
    wanted = labels_for(str(entry.get("filename", "")) for entry in files)
    if wanted:
        gh.send("POST", f"{path}/issues/{artifact.number}/labels", {"labels": wanted})
        yield f"labels: {', '.join(wanted)}"
