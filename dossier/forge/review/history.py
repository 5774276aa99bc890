"""What git knows of a change: where it branched off, which files and lines it touches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dossier.dataset.snapshots import NoSnapshot, commit_of, git

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


@dataclass(frozen=True, slots=True)
class Change:
    """A change between the commit it branched off from and HEAD."""

    place: Path
    base: str
    tip: str
    paths: tuple[str, ...]

    def made_by(self, path: str) -> str:
        """The command that makes a file, by the attribute `made-by`; empty for a written one."""
        said = _text(self.place, "check-attr", "-z", "made-by", "--", path).split("\0")
        return said[2] if len(said) > 2 and said[2] not in ("unspecified", "unset") else ""

    def added_lines(self, path: str) -> set[int]:
        """The lines of a file that are new in the change: only these can be commented on."""
        lines: set[int] = set()
        shown = _text(
            self.place, "diff", "--unified=0", "--no-color", "--no-ext-diff", self.base, "HEAD",
            "--", path,
        )  # fmt: skip
        for line in shown.split("\n"):
            if found := _HUNK.match(line):
                start, many = int(found[1]), int(found[2] or 1)
                lines |= set(range(start, start + many))
        return lines

    def at(self, commit: str, path: str) -> bytes | None:
        """The content of a file in a commit; None where it is not there."""
        try:
            return git(self.place, "show", f"{commit}:{path}")
        except NoSnapshot:
            return None


def change_since(base: str, data: Path) -> Change:
    """The change from `base` to HEAD in the repository around the data; raises `NoSnapshot`."""
    place = data.absolute().parent
    tip = commit_of(base, place)
    commit_of("HEAD", place)
    try:
        start = _text(place, "merge-base", tip, "HEAD").strip()
    except NoSnapshot:
        raise NoSnapshot(
            f"{base!r} and this branch have no commit in common: the clone is shallow (run "
            "`git fetch --unshallow`), or the branch does not come from this repository"
        ) from None
    listed = _text(place, "diff", "--name-only", "--no-renames", "-z", "--relative", start, "HEAD")
    return Change(place, start, tip, tuple(path for path in listed.split("\0") if path))


def _text(place: Path, *arguments: str) -> str:
    return git(place, "--literal-pathspecs", *arguments).decode(errors="surrogateescape")
