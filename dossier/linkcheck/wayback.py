"""The Wayback Machine: the copy of a page nearest to a day, and a new copy of it.

Two interfaces of the Internet Archive: the availability API, open to everybody, and Save Page
Now 2, which wants the keys of an account. Of their answers a time stamp is taken and nothing else;
the address of a copy is put together here, so that no answer can lead elsewhere.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

import httpcore

LOOKUP = "https://archive.org/wayback/available"
SAVE = "https://web.archive.org/save"
COPIES = "https://web.archive.org/web"

MOST_BYTES = 1_000_000  # of an answer
LONGEST_WAIT = 120.0  # seconds that the archive may ask for before a run gives up
_STAMP = re.compile(r"(19|20)\d{12}")
_WAIT = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class ArchiveError(Exception):
    """The archive does not answer as it should about one address, with the reason in words."""


class Stopped(Exception):
    """It makes no sense to ask on: no network, no account, or the archive wants a pause."""


@dataclass
class Wayback:
    """Asks the archive, one request at a time, `pause` seconds apart.

    `keys` are those of an account, `access:secret`; without them nothing can be saved. `patience`
    is how many seconds a new copy may take.
    """

    keys: str = ""
    pause: float = 4.0
    patience: float = 180.0
    agent: str = "dossier-archive/1"
    lookup: str = LOOKUP
    save_at: str = SAVE
    timeout: float = 30.0
    wait: Callable[[float], None] = time.sleep
    _asked: bool = field(default=False, init=False)

    def nearest(self, url: str, day: str) -> str | None:
        """The time stamp (`YYYYMMDDhhmmss`) of the sound copy nearest to a day (`YYYYMMDD`)."""
        query = urlencode({"url": url, "timestamp": day})
        answer = self._json("GET", f"{self.lookup}?{query}")
        snapshots = answer.get("archived_snapshots")
        closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
        if not isinstance(closest, dict) or closest.get("available") is not True:
            return None
        if str(closest.get("status")) != "200":  # a copy of a redirect or of an error
            return None
        return _stamp(closest)

    def save(self, url: str) -> str:
        """Have a copy made, wait for it, and return its time stamp."""
        if not self.keys:
            raise Stopped("saving needs the keys of an account")
        form = urlencode({"url": url, "skip_first_archive": "1"}).encode()
        answer = self._json("POST", self.save_at, form)
        job = answer.get("job_id")
        if not isinstance(job, str) or not job:
            raise ArchiveError(_reason(answer) or "the archive took no order")
        for _ in range(max(1, round(self.patience / max(self.pause, 1)))):
            state = self._json("GET", f"{self.save_at}/status/{quote(job, safe='')}")
            if state.get("status") == "success":
                return _stamp(state)
            if state.get("status") != "pending":
                raise ArchiveError(_reason(state) or "the archive could not save the page")
        raise ArchiveError("the copy is not ready yet; a later run will find it")

    def _json(self, method: str, url: str, content: bytes | None = None) -> dict[str, Any]:
        status, body = self._request(method, url, content)
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise Stopped(f"the archive refuses the request or its keys (status {status})")
        if status != HTTPStatus.OK:
            raise ArchiveError(f"the archive answers with status {status}")
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise ArchiveError("the archive's answer is no JSON") from None
        if not isinstance(answer, dict):
            raise ArchiveError("the archive's answer is not of the known form")
        return answer

    def _request(self, method: str, url: str, content: bytes | None) -> tuple[int, bytes]:
        """A status and a body; where the archive wants a pause, it gets one, and is asked again."""
        for last in (False, True):
            self.wait(self.pause if self._asked else 0)
            self._asked = True
            status, asked_for, body = self._sent(method, url, content)
            if status not in _WAIT:
                break
            if last or asked_for > LONGEST_WAIT:
                raise Stopped("the archive wants a longer pause; run the command again later")
            self.wait(asked_for)
        return status, body

    def _sent(self, method: str, url: str, content: bytes | None) -> tuple[int, float, bytes]:
        headers = [("User-Agent", self.agent), ("Accept", "application/json")]
        if content is not None:
            headers.append(("Content-Type", "application/x-www-form-urlencoded"))
            headers.append(("Content-Length", str(len(content))))
        if self.keys and url.startswith(self.save_at):
            headers.append(("Authorization", f"LOW {self.keys}"))
        limits = dict.fromkeys(("connect", "read", "write", "pool"), self.timeout)
        body = b""
        try:
            with (
                httpcore.ConnectionPool() as pool,
                pool.stream(method, url, headers=headers, content=content,
                            extensions={"timeout": limits}) as response,
            ):  # fmt: skip
                for part in response.iter_stream():
                    body += part
                    if len(body) > MOST_BYTES:
                        raise ArchiveError("the archive's answer is too long")
        except httpcore.TimeoutException:
            raise ArchiveError("the archive does not answer in time") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as failure:
            reason = str(failure) or "no connection"
            raise Stopped(f"the archive cannot be reached ({reason})") from None
        delay = {key.lower(): value for key, value in response.headers}.get(b"retry-after", b"60")
        return response.status, float(delay) if delay.isdigit() else 60.0, body


def copy_of(url: str, stamp: str) -> str:
    """The address of a copy."""
    return f"{COPIES}/{stamp}/{url}"


def _stamp(answer: dict[str, Any]) -> str:
    stamp = str(answer.get("timestamp", ""))
    if not _STAMP.fullmatch(stamp):
        raise ArchiveError("the archive's answer has no time")
    return stamp


def _reason(answer: dict[str, Any]) -> str:
    """What the archive says of a failure, short enough for a line."""
    message = answer.get("message") or answer.get("status_ext") or ""
    return " ".join(str(message).split())[:200]
