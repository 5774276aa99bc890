"""Files below the data folder: which belong to the dataset, and what was read from them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.messages import Message, _
from dossier.parsing import nodes
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import START, Mapping, ParseError


@dataclass(slots=True)
class Document:
    """One YAML file of the dataset: where it is, what it says, and its nodes with places."""

    path: str
    text: str
    root: Mapping


@dataclass(slots=True)
class Candidates:
    """The files of one data folder: those to read, by record folder, and what does not belong."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_files(data: Path, folders: set[str], files: set[str]) -> Candidates:
    """Every file of the dataset in a fixed order; all else is a finding."""
    found = Candidates()
    if not data.is_dir():
        remedy = _("name the folder that holds `elements/`, `sources/` and the rest")
        _refuse(found, data, data, _("there is no such data folder"), remedy)
        return found
    for entry in _children(found, data, data):
        if entry.name in files:
            _add(found, data, "", entry)
        elif entry.is_symlink() and not _inside(entry, data):
            _refuse_link(found, data, entry)
        elif entry.is_dir() and entry.name in folders:
            for child in _children(found, data, entry):
                _add(found, data, entry.name, child)
        elif entry.name != "README.md":
            known = tuple(f"`{name}/`" for name in sorted(folders))
            message = _("`{name}` is not a record type", name=entry.name)
            _refuse(found, data, entry, message, _("move it into one of {folders}", folders=known))
    return found


def _children(found: Candidates, data: Path, folder: Path) -> list[Path]:
    try:
        return sorted(child for child in folder.iterdir() if not child.name.startswith("."))
    except OSError as error:
        message = _("the folder cannot be read: {reason}", reason=error.strerror or str(error))
        _refuse(found, data, folder, message, _("check the folder's permissions"))
        return []


def _inside(path: Path, data: Path) -> bool:
    try:
        return path.resolve().is_relative_to(data.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return False


def _add(found: Candidates, data: Path, folder: str, path: Path) -> None:
    if path.is_symlink() and not _inside(path, data):
        _refuse_link(found, data, path)
    elif path.is_dir():
        remedy = _("put each record straight into the folder of its type, without sub-folders")
        _refuse(found, data, path, _("a folder stands where a file is expected"), remedy)
    elif path.suffix != ".yml":
        if path.name != "README.md":
            message = _("`{name}` does not end in `.yml`", name=path.name)
            _refuse(found, data, path, message, _("rename it to end in `.yml`"))
    elif not path.is_file():
        message = _("this is not a file that can be read")
        _refuse(found, data, path, message, _("replace it by a plain file"))
    else:
        found.files.append((folder, path))


def _refuse_link(found: Candidates, data: Path, path: Path) -> None:
    message = _("this link leads out of the data folder")
    _refuse(found, data, path, message, _("replace it by the file itself"))


def _refuse(found: Candidates, data: Path, path: Path, message: Message, remedy: Message) -> None:
    found.findings.append(Finding(shown(path, data), *START, "file-place", message, remedy))


def shown(path: Path, data: Path) -> str:
    """The path as an editor knows it: from the folder above the data folder."""
    base = data.absolute().parent
    return path.absolute().relative_to(base).as_posix()


def read(path: Path, data: Path) -> tuple[Document | None, list[Finding]]:
    """Read one file; a document where that is possible, and every finding met."""
    name = shown(path, data)
    try:
        nodes.refuse_large(path.stat().st_size)
        raw = path.read_bytes()
        root, findings = nodes.read(raw)
    except OSError as error:
        message = _("cannot be read: {reason}", reason=error.strerror or str(error))
        remedy = _("check the file's permissions")
        return None, [Finding(name, *START, "file-place", message, remedy)]
    except ParseError as error:
        return None, [replace(error.finding, path=name)]
    document = Document(name, raw.decode("utf-8-sig"), root)
    return document, [replace(finding, path=name) for finding in findings]
