"""What git knows of a change: where it branched off, which files and lines it touches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dossier.dataset.snapshots import SnapshotError, commit_of, git

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A change and the files that it touches.

    `start` is the commit where it branched off, `head` its last one, `tip` the last one of the
    branch that it is meant for.
    """

    place: Path
    start: str
    head: str
    tip: str
    paths: tuple[str, ...]

    def made_by(self) -> dict[str, str]:
        """The touched files that a command makes, with the command (attribute `made-by`)."""
        asked = "\0".join([*self.paths, ""]).encode(errors="surrogateescape")
        listed = _text(self.place, "check-attr", "-z", "--stdin", "made-by", given=asked)
        fields = listed.split("\0")
        pairs = zip(fields[::3], fields[2::3], strict=False)
        return {path: command for path, command in pairs if command not in ("unspecified", "unset")}

    def text_of(self, path: str) -> str | None:
        """The text of a file after the change; nothing where it is not there."""
        try:
            return _text(self.place, "show", f"{self.head}:{path}")
        except SnapshotError:
            return None

    def added_lines(self, path: str) -> set[int]:
        """The lines of a file that are new in the change: only these can be commented on."""
        shown = _text(
            self.place, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
            self.start, self.head, "--", path,
        )  # fmt: skip
        lines: set[int] = set()
        for hunk in _HUNK.finditer(shown):
            first = int(hunk[1])
            lines |= set(range(first, first + int(hunk[2] or 1)))
        return lines

    def taken_meanwhile(self) -> list[str]:
        """The files that both the change and the other branch have added, with other contents."""
        start, mine, theirs = (
            _files(self.place, commit) for commit in (self.start, self.head, self.tip)
        )
        return [
            path
            for path in self.paths
            if path in mine and path in theirs and path not in start and mine[path] != theirs[path]
        ]


def change_between(base: str, head: str, data: Path) -> Change:
    """The change from the branch `base` to `head` in the repository around the data.

    Raises `SnapshotError`.
    """
    place = data.absolute().parent
    tip, last = commit_of(base, place), commit_of(head, place)
    try:
        start = _text(place, "merge-base", tip, last).strip()
    except SnapshotError:
        raise SnapshotError(
            f"{base!r} and this branch have no commit in common: the clone is shallow (run "
            "`git fetch --unshallow`), or the branch does not come from this repository"
        ) from None
    old, new = _files(place, start), _files(place, last)
    paths = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    return Change(place, start, last, tip, tuple(paths))


def _files(place: Path, commit: str) -> dict[str, str]:
    """Every file of a commit, with its mode and blob.

    `git diff` gathers a whole tree before it says a word, which a hostile one makes endless;
    `ls-tree` is cut off in time.
    """
    lines = _text(place, "ls-tree", "-r", "-z", commit).split("\0")[:-1]
    return {path: blob for blob, _, path in (line.partition("\t") for line in lines)}


def _text(place: Path, *arguments: str, given: bytes = b"") -> str:
    answer = git(place, "--literal-pathspecs", *arguments, given=given)
    return answer.decode(errors="surrogateescape")
