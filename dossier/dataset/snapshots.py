"""The data at one moment: a folder, or a git revision unpacked into a temporary folder.

Nothing of the repository is changed or run: objects are read with `git cat-file`, and only plain
files are written out, so that a hostile branch can neither place a link nor leave the folder. A
few kilobytes in a repository may unpack to any size, so the sizes are added up before.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.dataset import Dataset, load
from dossier.dataset.menus import CONFIGS
from dossier.model import BY_FOLDER
from dossier.parsing.documents import no_plain_file
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import MAX_BYTES

MAX_FILES = 20_000
MAX_TOTAL = 32 * 1024 * 1024
_MAX_ANSWER = 2 * MAX_TOTAL  # of one git command: a tree may name itself a billion times
_PLAIN_FILES = ("100644", "100755")


class SnapshotError(Exception):
    """There is no such data; the message says why and what to do."""


class TooLarge(SnapshotError):
    """More than is read of a revision; nothing was unpacked."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dataset and what it is called: a revision, or the path of a folder."""

    name: str
    dataset: Dataset


@contextmanager
def opened(named: str | None, data: Path) -> Iterator[Snapshot]:
    """The data that `named` means: a folder, a git revision, or None for the folder `data`.

    A folder may be the data folder itself, or one that holds it under the name of `data`.
    Raises `SnapshotError`.
    """
    if named is None:
        yield Snapshot(str(data), _loaded(data))
    elif (folder := _folder(named, data)) is not None:
        yield Snapshot(named, _loaded(folder))
    else:
        with opened_commit(named, data) as snapshot:
            yield snapshot


@contextmanager
def opened_commit(revision: str, data: Path) -> Iterator[Snapshot]:
    """The data of a git revision, whatever folders there are; raises `SnapshotError`."""
    with tempfile.TemporaryDirectory(prefix="dossier-") as scratch:
        findings = unpack(revision, data, Path(scratch))
        dataset = _loaded(Path(scratch) / data.name)
        dataset.findings.extend(findings)
        yield Snapshot(revision, dataset)


def _loaded(folder: Path) -> Dataset:
    if not folder.is_dir():
        raise SnapshotError(f"there is no folder {str(folder)!r}")
    return load(folder)


def _folder(named: str, data: Path) -> Path | None:
    """The data folder that a path means; None for what can only be a revision."""
    path = Path(named)
    try:
        if not path.is_dir():
            if path.is_absolute() or named.startswith("./") or named.startswith("../"):
                raise SnapshotError(f"there is no folder {named!r}")
            return None
    except (OSError, ValueError):
        return None
    for folder in (path, path / data.name):
        if any((folder / name).is_dir() for name in BY_FOLDER):
            return folder
    if _revision(named, data.absolute().parent) is not None:
        return None
    raise SnapshotError(f"the folder {named!r} holds no records such as elements/ or sources/")


def unpack(revision: str, data: Path, target: Path) -> list[Finding]:
    """Write the data folder of a revision below `target`, under the name that it has now.

    With it come the pages of `docs/`, which name records. What is no plain file is not written and
    comes back as a finding; what is no record is written without its content, to be reported.
    Raises `SnapshotError`, and `TooLarge` before anything is written.
    """
    place = data.absolute().parent
    commit = commit_of(revision, place)
    listing = git(place, "ls-tree", "-r", "-z", "-l", commit, "--", *wanted_of(data))
    wanted: list[tuple[str, Path, int]] = []
    findings = []
    for line in filter(None, listing.decode(errors="surrogateescape").split("\0")):
        about, _, name = line.partition("\t")
        mode, _, blob, size = about.split()
        path = PurePosixPath(name)
        is_read = path.suffix == (".md" if path.parts[0] == "docs" else ".yml")
        if ".." in path.parts or not (is_read or path.parts[0] == data.name):
            continue
        if mode in _PLAIN_FILES:
            wanted.append((blob, target / path, int(size) if is_read else 0))
        elif not path.name.startswith("."):
            findings.append(no_plain_file(name))
    if not any((target / data.name) in path.parents for _, path, _ in wanted):
        raise SnapshotError(f"the revision {revision!r} has no folder {data.name!r}")
    if (total := sum(size for _, _, size in wanted)) > MAX_TOTAL or len(wanted) > MAX_FILES:
        raise TooLarge(
            f"the revision {revision!r} has {len(wanted):,} files with {total:,} bytes; at most "
            f"{MAX_FILES:,} files with {MAX_TOTAL:,} bytes are read"
        )
    try:
        _write(place, wanted)
    except OSError as error:  # such as a name that is longer than a file system allows
        raise SnapshotError(
            f"the revision {revision!r} cannot be unpacked: {error.strerror}"
        ) from None
    return findings


def beginning(data: Path) -> str:
    """The commit at which the branch of the working tree left `main`; else the last commit."""
    place = data.absolute().parent
    for main in ("main", "origin/main"):
        if commit := _git_or_none(place, "merge-base", main, "HEAD"):
            return commit.decode().strip()
    return "HEAD"


def wanted_of(data: Path) -> tuple[str, ...]:
    """What is read of a revision: the data, the pages, and the menus that name them."""
    return (f"{data.name}/", "docs/", *CONFIGS.values())


def commit_of(revision: str, place: Path) -> str:
    """The commit that a revision names in the repository around `place`."""
    try:
        git(place, "rev-parse", "--git-dir")
    except SnapshotError as error:
        reason = "" if "not a git repository" in str(error) else f" ({error})"
        raise SnapshotError(
            f"there is no folder {revision!r}, and {str(place)!r} is in no git repository: "
            f"name two folders{reason}"
        ) from None
    if (commit := _revision(revision, place)) is not None:
        return commit
    shallow = git(place, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if _git_or_none(place, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise SnapshotError("the git repository has no commit yet: name two folders")
    raise SnapshotError(
        f"there is no revision or folder {revision!r}"
        + (": the clone is shallow; run `git fetch --unshallow` first" if shallow else "")
    )


def _revision(named: str, place: Path) -> str | None:
    commit = _git_or_none(
        place, "rev-parse", "--verify", "--quiet", "--end-of-options", named + "^{commit}"
    )
    return commit.decode().strip() if commit else None


def _write(place: Path, wanted: list[tuple[str, Path, int]]) -> None:
    """Write blobs to files: one git process for all that are read."""
    for path in {path.parent for _, path, _ in wanted}:
        path.mkdir(parents=True, exist_ok=True)
    read = [(blob, path) for blob, path, size in wanted if 0 < size <= MAX_BYTES]
    asked = "".join(f"{blob}\n" for blob, _ in read).encode()
    answer = io.BytesIO(git(place, "cat-file", "--batch", given=asked))
    for _, path in read:
        path.write_bytes(answer.read(int(answer.readline().split()[2])))
        answer.read(1)
    for _, path, size in wanted:
        if size > MAX_BYTES:  # only to be reported as too large
            path.write_bytes(b"#" * (MAX_BYTES + 1))
        elif size == 0:
            path.touch()


def _git_or_none(place: Path, *arguments: str) -> bytes | None:
    try:
        return git(place, *arguments)
    except SnapshotError:
        return None


def git(place: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command prints in a folder; raises `SnapshotError` with what it says."""
    command = ["git", "-C", str(place), *arguments]
    try:
        with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stderr:
            stdin.write(given)
            stdin.seek(0)
            with subprocess.Popen(
                command, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr
            ) as run:
                answer = run.stdout.read(_MAX_ANSWER + 1) if run.stdout else b""
                if len(answer) > _MAX_ANSWER:
                    run.kill()
                    raise TooLarge(f"git has more than {_MAX_ANSWER:,} bytes to say")
            stderr.seek(0)
            complaint = stderr.read(_MAX_ANSWER).decode(errors="replace").strip()
    except (OSError, ValueError) as error:
        raise SnapshotError(f"git cannot be run: {error}") from None
    if run.returncode:
        raise SnapshotError(complaint or "git failed")
    return answer
