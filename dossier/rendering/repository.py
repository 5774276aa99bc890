"""Where the repository's host lets a reader report a mistake, and an editor mend it.

Hosts differ in their addresses. One that is not recognised by its name can be named by
`DOSSIER_FORGE`; where that is missing too, the links are left out, since a wrong one is worse.
`DOSSIER_BRANCH` names the branch that editors change, where it is not `main`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

LONGEST = 6_000  # characters of a wording in an address; GitHub refuses addresses above 8,192
EDIT = {
    "github": "{repo}/edit/{branch}/{path}",
    "gitlab": "{repo}/-/edit/{branch}/{path}",
    "forgejo": "{repo}/_edit/{branch}/{path}",
}
COMMIT = {
    "github": "{repo}/commit/{commit}",
    "gitlab": "{repo}/-/commit/{commit}",
    "forgejo": "{repo}/commit/{commit}",
}
KNOWN_BY = {"github": "github", "gitlab": "gitlab", "codeberg": "forgejo", "forgejo": "forgejo",
            "gitea": "forgejo"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Forge:
    """The host of the repository; `kind` is empty where it is not known."""

    repo: str = ""
    kind: str = ""
    branch: str = "main"

    def edit(self, path: str) -> str:
        """The address of the host's editor for a file, or nothing."""
        if not self.kind:
            return ""
        return EDIT[self.kind].format(
            repo=self.repo, branch=quote(self.branch, safe="/"), path=quote(path)
        )

    def commit(self, commit: str) -> str:
        """The address of a commit, or nothing."""
        return COMMIT[self.kind].format(repo=self.repo, commit=commit) if self.kind else ""

    def propose(self, about: str, field: str = "", old: str = "") -> str:
        """The address of the form for a correction, with what it is about filled in, or nothing.

        `field` is the place in the record, such as `claims.0.text.ru`, and `old` its wording, left
        out where the address would grow too long. Only GitHub fills fields of a form from an
        address; elsewhere record and field go into the title.
        """
        if self.kind == "github":
            fields = {"template": "correction.yml", "record": about}
            if field:
                fields["field"] = field
            if old and len(quote(old)) <= LONGEST:
                fields["old"] = old
            return f"{self.repo}/issues/new?{urlencode(fields)}"
        about = f"{about}: {field}" if field else about
        if self.kind == "gitlab":
            return f"{self.repo}/-/issues/new?{urlencode({'issue[title]': about})}"
        if self.kind == "forgejo":
            return f"{self.repo}/issues/new?{urlencode({'title': about})}"
        return ""


def forge_of(repo_url: str) -> Forge:
    """The host of a repository's address, by `DOSSIER_FORGE` or by its own name."""
    try:
        parts = urlsplit(repo_url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return Forge()
    if parts.scheme not in ("http", "https") or not host:
        return Forge()
    kind = os.environ.get("DOSSIER_FORGE", "")
    if kind not in EDIT:
        kind = next((kind for word, kind in KNOWN_BY.items() if word in host), "")
    branch = os.environ.get("DOSSIER_BRANCH", "") or "main"
    return Forge(repo_url.rstrip("/").removesuffix(".git"), kind, branch)
