"""A pull request reviewed from the main branch: a comment, suggestions and labels.

The event says for which commit of which repository the workflow Review ran; which pull request
that is, GitHub says. The change comes as git objects and is read as data: nothing of it is checked
out or run, and nothing that its own run wrote is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.dataset.snapshots import SnapshotError
from dossier.forge.event import NotAnEvent, read_payload, repository_of
from dossier.forge.github import gh
from dossier.forge.github.labels import labels_for
from dossier.forge.review.comment import MARKER, as_comment, as_refusal
from dossier.forge.review.report import review as review_of
from dossier.forge.review.suggestions import Suggestion

_SHA = re.compile(r"[0-9a-f]{40}")
# Asks for a token only where the repository is not public.
_CREDENTIALS = ("-c", "credential.helper=!gh auth git-credential")


@dataclass(frozen=True, slots=True)
class Run:
    """The run of the workflow Review, as GitHub tells it."""

    repository: str
    head: str
    head_repository: str
    id: int

    @property
    def preview(self) -> str:
        """Where the archive of the built site is; nothing where no run has built one."""
        if not self.id:
            return ""
        return f"https://github.com/{self.repository}/actions/runs/{self.id}#artifacts"


def read_run(path: Path) -> Run:
    """The run in an event of the kind `workflow_run`; raises `NotAnEvent`."""
    payload = read_payload(path)
    run = payload.get("workflow_run")
    if not isinstance(run, dict) or run.get("event") != "pull_request":
        raise NotAnEvent("the event is not of a run for a pull request")
    head, number = run.get("head_sha"), run.get("id")
    if not isinstance(head, str) or not _SHA.fullmatch(head) or type(number) is not int:
        raise NotAnEvent("the run does not say which commit it was for")
    origin = {"repository": run.get("head_repository") or {}}
    return Run(repository_of(payload), head, repository_of(origin), number)


def post(run: Run, data: Path) -> Iterator[str]:
    """Review the open pull requests whose newest commit the run was for; tells what was done."""
    numbers = 0
    for pull in gh.ask(f"repos/{run.repository}/pulls?state=open&per_page=100"):
        head = pull.get("head") or {}
        origin = (head.get("repo") or {}).get("full_name")
        if (head.get("sha"), origin) == (run.head, run.head_repository):
            numbers += 1
            yield from _post(run, int(pull["number"]), str(pull["base"]["sha"]), data)
    if not numbers:
        yield "no open pull request has this commit as its newest: nothing is written"


def _post(run: Run, number: int, base: str, data: Path) -> Iterator[str]:
    place = ("-C", str(data.absolute().parent))
    gh.git(*place, *_CREDENTIALS, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules",
           "origin", f"refs/pull/{number}/head")  # fmt: skip
    if gh.git(*place, "rev-parse", "FETCH_HEAD") != run.head:
        yield f"pull request {number} has moved on: nothing is written"
        return
    yield from review_below(run, number, base, data)


def review_below(run: Run, number: int, base: str, data: Path) -> Iterator[str]:
    """Write the review of a commit, which is at hand, below its pull request."""
    try:
        review = review_of(base, run.head, data, None)
    except SnapshotError as reason:
        gh.say(run.repository, number, MARKER, as_refusal(reason))
        yield f"pull request {number} cannot be reviewed: {reason}"
        return
    shown = [entry for entry in review.suggestions if entry.can_be_shown]
    refused = _suggest(run, number, shown)
    left_out = [entry for entry in review.suggestions if not entry.can_be_shown or entry in refused]
    gh.say(run.repository, number, MARKER, as_comment(review, left_out, run.preview))
    yield f"pull request {number}: the comment is up to date"
    yield f"suggestions: {len(shown) - len(refused)}, left out: {len(left_out)}"
    if wanted := labels_for(review.change.paths):
        path = f"repos/{run.repository}/issues/{number}/labels"
        gh.send("POST", path, {"labels": wanted})
        yield f"labels: {', '.join(wanted)}"


def _suggest(run: Run, number: int, suggestions: list[Suggestion]) -> list[Suggestion]:
    """Make the suggestions that are not there yet; returns those that GitHub refuses."""
    path = f"repos/{run.repository}/pulls/{number}"
    existing = {(entry.get("path"), entry.get("body")) for entry in gh.ask(f"{path}/comments")}
    fresh = [
        suggestion
        for suggestion in suggestions
        if (suggestion.path, _comment(suggestion)["body"]) not in existing
    ]
    comments = [_comment(suggestion) for suggestion in fresh]
    if not fresh:
        return []
    try:
        payload = {"commit_id": run.head, "event": "COMMENT", "comments": comments}
        gh.send("POST", f"{path}/reviews", payload)
    except gh.GitHubSaid:  # one that is refused takes the others with it
        pairs = zip(fresh, comments, strict=True)
        return [suggestion for suggestion, comment in pairs if not _accepted(run, path, comment)]
    return []


def _accepted(run: Run, path: str, comment: dict[str, Any]) -> bool:
    try:
        gh.send("POST", f"{path}/comments", {"commit_id": run.head, **comment})
    except gh.GitHubSaid:
        return False
    return True


def _comment(suggestion: Suggestion) -> dict[str, Any]:
    sentence = "Это правит `dossier fmt --fix`. · `dossier fmt --fix` mends this."
    place: dict[str, Any] = {
        "path": suggestion.path,
        "line": suggestion.last,
        "side": "RIGHT",
        "body": f"{sentence}\n\n{suggestion.block}",
    }
    if suggestion.first < suggestion.last:
        place |= {"start_line": suggestion.first, "start_side": "RIGHT"}
    return place
