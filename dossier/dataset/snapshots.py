"""The data at one moment: a folder, or a git revision unpacked into a temporary folder.

Nothing of the repository is changed or run: objects are read with `git cat-file`, and only plain
files are written out, so that a hostile branch can neither place a link nor leave the folder.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.dataset import Dataset, load
from dossier.model import BY_FOLDER
from dossier.parsing.nodes import MAX_BYTES

_PLAIN_FILES = ("100644", "100755")


class NoSnapshot(Exception):
    """There is no such data; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dataset and what it is called: a revision, or the path of a folder."""

    name: str
    dataset: Dataset


@contextmanager
def opened(named: str | None, data: Path) -> Iterator[Snapshot]:
    """The data that `named` means: a folder, a git revision, or None for the folder `data`.

    A folder may be the data folder itself, or one that holds it under the name of `data`.
    Raises `NoSnapshot`.
    """
    if named is None:
        yield Snapshot(str(data), _loaded(data))
    elif (folder := _folder(named, data)) is not None:
        yield Snapshot(named, _loaded(folder))
    else:
        with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
            unpack(named, data, Path(scratch))
            yield Snapshot(named, _loaded(Path(scratch) / data.name))


def _loaded(folder: Path) -> Dataset:
    if not folder.is_dir():
        raise NoSnapshot(f"there is no folder {str(folder)!r}")
    return load(folder)


def _folder(named: str, data: Path) -> Path | None:
    """The data folder that a path means; None for what can only be a revision."""
    path = Path(named)
    try:
        if not path.is_dir():
            if path.is_absolute() or named.startswith("./") or named.startswith("../"):
                raise NoSnapshot(f"there is no folder {named!r}")
            return None
    except (OSError, ValueError):
        return None
    for folder in (path, path / data.name):
        if any((folder / name).is_dir() for name in BY_FOLDER):
            return folder
    if _revision(named, data.absolute().parent) is not None:
        return None
    raise NoSnapshot(f"the folder {named!r} holds no records such as elements/ or sources/")


def unpack(revision: str, data: Path, target: Path) -> None:
    """Write the data folder of a revision below `target`, under the name that it has now."""
    place = data.absolute().parent
    commit = commit_of(revision, place)
    folders = (data.name + "/", "docs/")  # the pages of docs/ name records
    listing = git(place, "ls-tree", "-r", "-z", "-l", commit, "--", *folders).decode(
        errors="surrogateescape"
    )
    if data.name + "/" not in listing:
        raise NoSnapshot(f"the revision {revision!r} has no folder {data.name!r}")
    wanted: list[tuple[str, Path]] = []
    for line in filter(None, listing.split("\0")):
        about, _, name = line.partition("\t")
        mode, _, blob, size = about.split()
        path = PurePosixPath(name)
        if mode not in _PLAIN_FILES or ".." in path.parts or path.suffix not in (".yml", ".md"):
            continue
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        if int(size) <= MAX_BYTES:
            wanted.append((blob, target / path))
        else:  # only to be reported as too large
            (target / path).write_bytes(b"#" * (MAX_BYTES + 1))
    _write(place, wanted)


def commit_of(revision: str, place: Path) -> str:
    """The commit that a revision names in the repository around `place`."""
    try:
        git(place, "rev-parse", "--git-dir")
    except NoSnapshot as error:
        reason = "" if "not a git repository" in str(error) else f" ({error})"
        raise NoSnapshot(
            f"there is no folder {revision!r}, and {str(place)!r} is in no git repository: "
            f"name two folders{reason}"
        ) from None
    if (commit := _revision(revision, place)) is not None:
        return commit
    shallow = git(place, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if _git_or_none(place, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise NoSnapshot("the git repository has no commit yet: name two folders")
    raise NoSnapshot(
        f"there is no revision or folder {revision!r}"
        + (": the clone is shallow; run `git fetch --unshallow` first" if shallow else "")
    )


def _revision(named: str, place: Path) -> str | None:
    found = _git_or_none(
        place, "rev-parse", "--verify", "--quiet", "--end-of-options", named + "^{commit}"
    )
    return found.decode().strip() if found else None


def _write(place: Path, wanted: list[tuple[str, Path]]) -> None:
    """Write blobs to files: one git process for all of them."""
    if not wanted:
        return
    asked = "".join(f"{blob}\n" for blob, _ in wanted).encode()
    answer = git(place, "cat-file", "--batch", given=asked)
    for _, path in wanted:
        header, _, answer = answer.partition(b"\n")
        size = int(header.split()[2])
        path.write_bytes(answer[:size])
        answer = answer[size + 1 :]


def _git_or_none(place: Path, *arguments: str) -> bytes | None:
    try:
        return git(place, *arguments)
    except NoSnapshot:
        return None


def git(place: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command prints in a folder; raises `NoSnapshot` with what it says."""
    try:
        done = subprocess.run(
            ["git", "-C", str(place), *arguments], input=given, capture_output=True, check=False
        )
    except (OSError, ValueError) as error:
        raise NoSnapshot(f"git cannot be run: {error}") from None
    if done.returncode:
        raise NoSnapshot(done.stderr.decode(errors="replace").strip() or "git failed")
    return done.stdout
