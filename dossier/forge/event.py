"""The event that GitHub hands to a workflow: who labelled which issue, and what it says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 1_000_000
MOST_CHARACTERS = 65_536  # of an issue's text on GitHub


class NotAnEvent(Exception):
    """A file that is no event of an issue; the message says why."""


@dataclass(frozen=True, slots=True)
class Event:
    """One issue to which somebody gave a label, or whose text was edited under the label.

    `sender` did so; `label` is the one that was given, or empty, `labels` are all that it has now.
    """

    repository: str
    number: int
    body: str
    author: str
    label: str
    sender: str
    action: str = "labeled"
    labels: tuple[str, ...] = ()

    @property
    def is_edited(self) -> bool:
        """Whether the text was changed, and no label given."""
        return self.action == "edited"


def read_event(path: Path) -> Event:
    """The event in a file, of which every part is checked; raises `NotAnEvent`."""
    payload = read_payload(path)
    issue, number = _part(payload, "issue"), _part(payload, "issue").get("number")
    body = issue.get("body") or ""
    if "pull_request" in issue:
        raise NotAnEvent("this is a pull request and not an issue")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise NotAnEvent("the issue has no number")
    labels = issue.get("labels")
    labels = labels if isinstance(labels, list) else []
    if not isinstance(body, str):
        raise NotAnEvent("the text of the issue is no text")
    return Event(
        repository_of(payload),
        number,
        body[: MOST_CHARACTERS + 1].replace("\r\n", "\n"),
        _login(issue, "user"),
        str(payload["label"].get("name", "")) if isinstance(payload.get("label"), dict) else "",
        _login(payload, "sender"),
        str(payload.get("action", "")),
        tuple(str(label.get("name", "")) for label in labels if isinstance(label, dict)),
    )


def read_payload(path: Path) -> dict[str, Any]:
    """The JSON object in a file that a workflow was given; raises `NotAnEvent`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAnEvent(f"{path.name} has more than {MOST_BYTES:,} bytes")
        payload = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise NotAnEvent(f"{path.name} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise NotAnEvent(f"{path.name} is not JSON") from None
    if not isinstance(payload, dict):
        raise NotAnEvent(f"{path.name} is not an event: it holds no object")
    return payload


def repository_of(payload: dict[str, Any]) -> str:
    """The name of the repository as `owner/name`."""
    name = _part(payload, "repository").get("full_name")
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+", name):
        raise NotAnEvent("the event does not name its repository")
    return name


def _part(payload: dict[str, Any], name: str) -> dict[str, Any]:
    part = payload.get(name)
    if not isinstance(part, dict):
        raise NotAnEvent(f"the event has no `{name}`")
    return part


def _login(payload: dict[str, Any], name: str) -> str:
    user = payload.get(name)
    login = user.get("login") if isinstance(user, dict) else None
    return login if isinstance(login, str) and re.fullmatch(r"[\w\[\]-]{1,64}", login) else ""
