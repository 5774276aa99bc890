"""Files below the data folder: which belong to the dataset, and what was read from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dossier.parsing import nodes
from dossier.parsing.nodes import Malformed, Mapping, Mark


@dataclass(slots=True)
class Document:
    """One YAML file of the dataset: where it is, what it says, and its nodes with places."""

    path: str
    text: str
    root: Mapping


@dataclass(slots=True)
class Problem:
    """A mistake found while loading, before there are records for the rules to look at."""

    rule: str
    path: str
    mark: Mark
    message: str
    remedy: str


@dataclass(slots=True)
class Candidates:
    """The files of one data folder: those to read, by record folder, and what does not belong."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_files(data: Path, folders: set[str], files: set[str]) -> Candidates:
    """Every file of the dataset in a fixed order; all else is a problem with a remedy."""
    found = Candidates()
    if not data.is_dir():
        _problem(
            found,
            data,
            data,
            "there is no such data folder",
            "name the folder that holds `elements/`, `sources/` and the rest",
        )
        return found
    for entry in _children(found, data, data):
        if entry.name in files:
            _add(found, data, "", entry)
        elif entry.is_symlink() and not _inside(entry, data):
            _problem(
                found,
                data,
                entry,
                "this link leads out of the data folder",
                "replace it by the file itself",
            )
        elif entry.is_dir() and entry.name in folders:
            for child in _children(found, data, entry):
                _add(found, data, entry.name, child)
        elif entry.name != "README.md":
            known = ", ".join(f"`{name}/`" for name in sorted(folders))
            _problem(
                found,
                data,
                entry,
                f"`{entry.name}` is not a record type",
                f"move it into one of {known}",
            )
    return found


def _children(found: Candidates, data: Path, folder: Path) -> list[Path]:
    try:
        return sorted(child for child in folder.iterdir() if not child.name.startswith("."))
    except OSError as error:
        _problem(
            found,
            data,
            folder,
            f"the folder cannot be read: {error.strerror or error}",
            "check the folder's permissions",
        )
        return []


def _inside(path: Path, data: Path) -> bool:
    try:
        return path.resolve().is_relative_to(data.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return False


def _add(found: Candidates, data: Path, folder: str, path: Path) -> None:
    if path.is_symlink() and not _inside(path, data):
        _problem(
            found,
            data,
            path,
            "this link leads out of the data folder",
            "replace it by the file itself",
        )
    elif path.is_dir():
        _problem(
            found,
            data,
            path,
            "a folder stands where a file is expected",
            "put each record straight into the folder of its type, without sub-folders",
        )
    elif path.suffix != ".yml":
        if path.name != "README.md":
            _problem(
                found,
                data,
                path,
                f"`{path.name}` does not end in `.yml`",
                "rename it to end in `.yml`",
            )
    elif not path.is_file():
        _problem(
            found,
            data,
            path,
            "this is not a file that can be read",
            "replace it by a plain file",
        )
    else:
        found.files.append((folder, path))


def _problem(found: Candidates, data: Path, path: Path, message: str, remedy: str) -> None:
    name = shown(path, data)
    found.problems.append(Problem("file-place", name, nodes.START, message, remedy))


def shown(path: Path, data: Path) -> str:
    """The path as an editor knows it: from the folder above the data folder."""
    base = data.absolute().parent
    return path.absolute().relative_to(base).as_posix()


def read(path: Path, data: Path) -> tuple[Document | None, list[Problem]]:
    """Read one file; a document where that is possible, and every problem met."""
    name = shown(path, data)
    try:
        nodes.refuse_large(path.stat().st_size)
        raw = path.read_bytes()
        root, mistakes = nodes.read(raw)
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [
            Problem(
                "file-place",
                name,
                nodes.START,
                f"cannot be read: {reason}",
                "check the file's permissions",
            )
        ]
    except Malformed as mistake:
        return None, [_from(mistake, name)]
    return (
        Document(name, raw.decode("utf-8-sig"), root),
        [_from(mistake, name) for mistake in mistakes],
    )


def _from(mistake: Malformed, path: str) -> Problem:
    return Problem(mistake.rule, path, mistake.mark, mistake.message, mistake.remedy)
