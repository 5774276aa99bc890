"""GitHub's interface for programs, by way of its own command `gh`, which holds the token."""

from __future__ import annotations

import json
import subprocess
from typing import Any

BOT = "github-actions[bot]"


class GitHubSaid(Exception):
    """A request that GitHub, `gh` or `git` refused; the message says what was answered."""


def ask(path: str) -> Any:
    """What GitHub has at a path; lists are read to their end."""
    pages = json.loads(_gh("api", "--paginate", "--slurp", path) or "[]")
    if pages and all(isinstance(page, list) for page in pages):
        return [entry for page in pages for entry in page]
    return pages[0] if pages else []


def send(method: str, path: str, payload: dict[str, Any]) -> Any:
    """Write something; returns the answer."""
    text = json.dumps(payload, ensure_ascii=False)
    answer = _gh("api", "--method", method, path, "--input", "-", given=text)
    return json.loads(answer) if answer.strip() else {}


def run(*arguments: str, given: str = "") -> str:
    """Another command of `gh`."""
    return _gh(*arguments, given=given).strip()


def git(*arguments: str) -> str:
    """A command of git in the checked-out repository."""
    return _called("git", *arguments).strip()


def say(repository: str, number: int, marker: str, body: str) -> None:
    """Put a comment below an issue or pull request, in the place of the one before it."""
    assert body.startswith(marker), marker  # noqa: S101 — otherwise the next one would be a second
    for comment in ask(f"repos/{repository}/issues/{number}/comments"):
        is_ours = (comment.get("user") or {}).get("login") == BOT
        if is_ours and str(comment.get("body", "")).startswith(marker):
            if comment["body"] != body:
                send("PATCH", f"repos/{repository}/issues/comments/{comment['id']}", {"body": body})
            return
    send("POST", f"repos/{repository}/issues/{number}/comments", {"body": body})


def _gh(*arguments: str, given: str = "") -> str:
    return _called("gh", *arguments, given=given)


def _called(program: str, *arguments: str, given: str = "") -> str:
    try:
        done = subprocess.run(
            [program, *arguments], input=given, capture_output=True, text=True, check=False
        )
    except (OSError, ValueError) as error:
        raise GitHubSaid(f"{program} cannot be run: {error}") from None
    if done.returncode:
        reason = done.stderr.strip() or done.stdout.strip() or f"status {done.returncode}"
        raise GitHubSaid(f"{program} {arguments[0]}: {reason[:400]}")
    return done.stdout
