"""An approved form carried out: a branch and a pull request, or a comment that says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dossier.forge.event import Event
from dossier.forge.github import gh
from dossier.forge.github.post import Run, review_below
from dossier.forge.intake.comment import MARKER, as_comment
from dossier.forge.intake.outcome import Draft, Outcome
from dossier.model import BY_FOLDER

MAY_APPROVE = frozenset({"admin", "maintain", "write"})
APPROVED = "approved"
BRANCH = "intake/issue-"
MOST_WAITING = 50  # more than anybody reads
NAME = re.compile(r"[\w\[\]-]{1,64}")
AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")


class NotApproved(Exception):
    """The label was not given, or not by somebody who may write to the repository."""


def assure_approved(event: Event) -> None:
    """Raise `NotApproved` unless a maintainer gave the label `approved`.

    A form that was mended under the label is approved still: what it may do is what it might
    before, and a person merges what becomes of it.
    """
    who = event.sender
    if event.is_edited and APPROVED in event.labels:
        who = _labelled_by(event)
    elif event.label != APPROVED:
        raise NotApproved(f"the label is not `{APPROVED}`: nothing is done")
    if not who:
        raise NotApproved("the event does not say who gave the label")
    permission = gh.ask(f"repos/{event.repository}/collaborators/{who}/permission")
    if not {permission.get("permission"), permission.get("role_name")} & MAY_APPROVE:
        raise NotApproved(f"{who} may not write to the repository: nothing is done")


def _labelled_by(event: Event) -> str:
    """Who gave the label last, as GitHub remembers it; empty where it does not."""
    login = ""
    for entry in gh.ask(f"repos/{event.repository}/issues/{event.number}/events"):
        if entry.get("event") == "labeled" and (entry.get("label") or {}).get("name") == APPROVED:
            login = str((entry.get("actor") or {}).get("login") or "")
    return login if NAME.fullmatch(login) else ""


def waiting(event: Event, data: Path) -> dict[str, str]:
    """The files of other forms that wait on their branches, by their path below the data folder."""
    files: dict[str, str] = {}
    own, folder = f"refs/heads/{_branch(event)}", f"{data.absolute().name}/"
    for line in gh.git("ls-remote", "--heads", "origin", f"{BRANCH}*").splitlines()[:MOST_WAITING]:
        ref = line.rpartition("\t")[2]
        if ref == own:
            continue
        gh.git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", ref)
        names = gh.git("diff", "--name-only", "--diff-filter=A", "HEAD", "FETCH_HEAD", "--", folder)
        for name in names.splitlines():
            below = name.removeprefix(folder)
            if below.partition("/")[0] in BY_FOLDER and below.endswith(".yml"):
                files[below] = gh.git("show", f"FETCH_HEAD:{name}") + "\n"
    return files


def answer(event: Event, outcome: Outcome) -> None:
    """Say below the issue what became of it."""
    gh.say(event.repository, event.number, MARKER, as_comment(outcome))


def propose(event: Event, draft: Draft, data: Path) -> Iterator[str]:
    """Put the draft, which is written already, on a branch, open a pull request and review it."""
    branch = _branch(event)
    if gh.git("ls-remote", "--heads", "origin", branch):
        if event.is_edited:
            yield f"there is a branch {branch} already: it stays as it is"
            return
        body = (
            f"{MARKER}\nВетка `{branch}` уже есть. Если черновик нужен заново, удалите её и "
            f"поставьте метку снова. · There is a branch `{branch}` already. If the draft is to be "
            "made anew, delete it and set the label again.\n"
        )
        gh.say(event.repository, event.number, MARKER, body)
        yield f"there is a branch {branch} already"
        return
    main = gh.git("rev-parse", "--abbrev-ref", "HEAD")
    gh.git("switch", "--create", branch)
    base = gh.git("rev-parse", "HEAD")
    gh.git("add", "--", *draft.files)
    name, mail = AUTHOR
    gh.git("-c", f"user.name={name}", "-c", f"user.email={mail}", "commit", "--quiet",
           "--message", f"{' '.join(draft.files)}, drafted from issue {event.number}")  # fmt: skip
    gh.run("auth", "setup-git")
    gh.git("push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
    yield f"pushed {branch}"
    address = gh.run(
        "pr", "create", f"--repo={event.repository}", f"--base={main}", f"--head={branch}",
        f"--title={draft.form.name['ru']} · {draft.form.name['en']}: {draft.title}",
        "--body-file=-", given=_body(event, draft),
    )  # fmt: skip
    yield f"opened {address}"
    # What the workflow's own token opens starts no workflow, but it may start one by name.
    gh.run("workflow", "run", "check.yml", f"--repo={event.repository}", f"--ref={branch}")
    yield "the check is started"
    number = address.rpartition("/")[2]
    if number.isdigit():
        # The same for the review, which this job may write itself.
        run = Run(event.repository, gh.git("rev-parse", "HEAD"), event.repository, 0)
        yield from review_below(run, int(number), base, data)


def _branch(event: Event) -> str:
    return f"{BRANCH}{event.number}"


def _body(event: Event, draft: Draft) -> str:
    return "\n".join([f"Closes #{event.number}\n", as_comment(draft)])
