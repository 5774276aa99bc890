"""What an address is worth today: it answers, has moved, is gone, or nobody can tell.

Only 404, 410 and a host name that leads nowhere say that a page is gone. A refusal is no proof:
many sites turn away programs, whole countries, or everybody for an hour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urljoin, urlsplit

from dossier.linkcheck.request import Answer

Verdict = Literal["dead", "moved", "refused", "unanswered", "not_asked", "ok"]
VERDICTS: tuple[Verdict, ...] = ("dead", "moved", "refused", "unanswered", "not_asked", "ok")

MOST_REDIRECTS = 6
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_GONE = (404, 410)

Ask = Callable[[str, str], Answer]


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one address and why.

    `now` is where it leads if it moved for good, `at` the address that answered in the end.
    """

    verdict: Verdict
    detail: str = ""
    status: int | None = None
    now: str | None = None
    at: str | None = None
    name_unknown: bool = False
    at_front_page: bool = False


def judge(url: str, ask: Ask) -> Judged:
    """Ask an address, follow where it points, and judge what is there.

    A server that dislikes HEAD is asked once more with GET.
    """
    here, for_good, moved = url, True, url
    for _ in range(MOST_REDIRECTS):
        answer = _asked(here, ask)
        if answer.status not in _REDIRECTS or not answer.location:
            return _judged(url, here, moved, answer)
        for_good = for_good and answer.status in _FOR_GOOD
        try:
            target = urljoin(here, answer.location).partition("#")[0]
            scheme = urlsplit(target).scheme
        except ValueError:
            return Judged("unanswered", "it redirects to what is no address", answer.status)
        if scheme not in ("http", "https"):
            detail = f"it redirects to {scheme or 'no scheme'}:, which is not followed"
            return Judged("unanswered", detail, answer.status)
        if target == here:
            return Judged("unanswered", "it redirects to itself", answer.status)
        here = target
        moved = here if for_good else moved
    return Judged("unanswered", f"it redirects more than {MOST_REDIRECTS - 1} times")


def _asked(url: str, ask: Ask) -> Answer:
    answer = ask(url, "HEAD")
    if answer.trouble in ("forbidden", "no_name") or (answer.status or 500) < 400:
        return answer
    return ask(url, "GET")


def _judged(url: str, here: str, moved: str, answer: Answer) -> Judged:
    if answer.status is None:
        return _without_status(url, here, answer)
    if 200 <= answer.status < 300:
        return _with_page(url, here, moved, answer.status)
    where = "" if here == url else f" at {here}"
    if answer.status in _GONE:
        return Judged("dead", f"status {answer.status}{where}", answer.status)
    if 400 <= answer.status < 500 or answer.status == 999:
        return Judged("refused", f"status {answer.status}{where}", answer.status)
    return Judged("unanswered", f"status {answer.status}{where}", answer.status)


def _without_status(url: str, here: str, answer: Answer) -> Judged:
    where = "" if here == url else f" at {here}"
    if answer.trouble == "forbidden":
        verdict: Verdict = "not_asked" if here == url else "unanswered"
        return Judged(verdict, answer.detail + where)
    if answer.trouble == "no_name":
        return Judged("dead", answer.detail + where, name_unknown=True)
    return Judged("unanswered", answer.detail + where)


def _with_page(url: str, here: str, moved: str, status: int) -> Judged:
    if _is_front(here) and not _is_front(url):
        detail = f"it leads to a front page, {here}: the text itself may be gone"
        return Judged("moved", detail, status, here, here, at_front_page=True)
    if moved != url:
        return Judged("moved", f"now at {moved}", status, moved, here)
    return Judged("ok", "" if here == url else f"answers from {here}", status, at=here)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.strip("/") in ("", "ru", "en", "kk", "kz", "tr") and not parts.query


def without_network(judged: list[Judged]) -> list[Judged]:
    """When nobody answered at all, the fault is ours: unknown names then say nothing."""
    if any(entry.status is not None for entry in judged):
        return judged
    return [
        replace(entry, verdict="unanswered", detail="the host name cannot be looked up from here")
        if entry.name_unknown
        else entry
        for entry in judged
    ]
