"""An approved form carried out: a branch and a pull request, or a comment that says why not."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.dataset.snapshots import Snapshot
from dossier.diff.compare import compare
from dossier.diff.markdown import as_markdown
from dossier.diff.wording import Wording
from dossier.forge.event import Event
from dossier.forge.github import gh
from dossier.forge.intake.comment import MARKER, as_comment
from dossier.forge.intake.outcome import Draft, Outcome
from dossier.forge.review.report import MOST_CHARACTERS
from dossier.language.words import LANGUAGES

MAY_APPROVE = frozenset({"admin", "maintain", "write"})
APPROVED = "approved"
AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")


class NotApproved(Exception):
    """The label was not given, or not by somebody who may write to the repository."""


def assure_approved(event: Event) -> None:
    """Raise `NotApproved` unless a maintainer gave the label `approved`."""
    if event.label != APPROVED:
        raise NotApproved(f"the label is not `{APPROVED}`: nothing is done")
    if not event.sender:
        raise NotApproved("the event does not say who gave the label")
    told = gh.ask(f"repos/{event.repository}/collaborators/{event.sender}/permission")
    if not {told.get("permission"), told.get("role_name")} & MAY_APPROVE:
        raise NotApproved(f"{event.sender} may not write to the repository: nothing is done")


def answer(event: Event, outcome: Outcome) -> None:
    """Say below the issue what became of it."""
    gh.say(event.repository, event.number, MARKER, as_comment(outcome))


def propose(event: Event, draft: Draft) -> Iterator[str]:
    """Put the draft, which is written already, on a branch and open a pull request."""
    branch = f"intake/issue-{event.number}"
    if gh.git("ls-remote", "--heads", "origin", branch):
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
    gh.git("add", "--", draft.path)
    name, mail = AUTHOR
    gh.git("-c", f"user.name={name}", "-c", f"user.email={mail}", "commit", "--quiet",
           "--message", f"{draft.path}, drafted from issue {event.number}")  # fmt: skip
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


def _body(event: Event, draft: Draft) -> str:
    found = compare(Snapshot("before", draft.before), Snapshot("after", draft.after))
    told = [
        as_markdown(found, Wording(language, draft.before, draft.after), MOST_CHARACTERS)
        for language in LANGUAGES
    ]
    return "\n".join([f"Closes #{event.number}\n", as_comment(draft), *told])
