"""The commits that the tags of editions mark, as far as the build is told them.

A commit cannot name itself, and of two copies of one commit the one has the tags and the other
lacks them. So the build asks no repository: who publishes gives it what git prints, in the variable
`DOSSIER_TAGS`, as `SOURCE_DATE_EPOCH` gives the time; without it no commit is told.
"""

from __future__ import annotations

import os
import re
from functools import cache

# A line of `git show-ref --tags --dereference` and of `git ls-remote --tags`; `^{}` ends the line
# of the commit that an annotated tag names, which follows that of the tag itself (git-show-ref(1)).
_LINE = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64})[ \t]+refs/tags/(.+?)(?:\^\{\})?")


class TagsError(ValueError):
    """What was given is no list of tags."""


def from_environment() -> dict[str, str]:
    """The commits by tag; raises `TagsError` for what git does not print."""
    return _read(os.environ.get("DOSSIER_TAGS", ""))


@cache
def _read(printed: str) -> dict[str, str]:
    commits = {}
    for line in filter(None, map(str.strip, printed.splitlines())):
        match = _LINE.fullmatch(line)
        if match is None:
            raise TagsError(
                f"DOSSIER_TAGS cannot be read at `{line[:60]}`; give it what "
                "`git show-ref --tags --dereference` prints, or unset it"
            )
        commits[match[2]] = match[1]
    return commits
