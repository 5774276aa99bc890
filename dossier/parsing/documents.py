"""Files below `data/` and `docs/`: which belong to the dossier, and what was read from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dossier.parsing import nodes
from dossier.parsing.nodes import Malformed, Mapping, Mark

# Besides `.md`, what MkDocs takes for a page; no rule would look at it.
OTHER_MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd"})


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
    """The files of one folder: those to read, by the folder in it, and what does not belong."""

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
        elif _refuse_link_out(found, data, entry):
            continue
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


def _children(found: Candidates, root: Path, folder: Path, *, hidden: bool = False) -> list[Path]:
    try:
        return sorted(it for it in folder.iterdir() if hidden or not it.name.startswith("."))
    except OSError as error:
        _problem(
            found,
            root,
            folder,
            f"the folder cannot be read: {error.strerror or error}",
            "check the folder's permissions",
        )
        return []


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to what is not below the folder, or to itself."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return True


def _add(found: Candidates, data: Path, folder: str, path: Path) -> None:
    if _refuse_link_out(found, data, path):
        return
    if path.is_dir():
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
        _refuse_no_file(found, data, path)
    else:
        found.files.append((folder, path))


def find_written(docs: Path) -> Candidates:
    """Every file below `docs/` that a site generator may publish; what it must not is a problem.

    A generator follows every link, reads whatever has the name of a page and copies the rest, so
    links that lead out, linked folders (they may lead in a circle) and what is no plain file are
    refused whatever they are called, and pages as large as no record may be. No folder, no file.
    """
    found = Candidates()
    if docs.is_symlink():
        _refuse_linked_folder(found, docs, docs)
    elif docs.is_dir():
        waiting = [docs]
        while waiting:
            for path in _children(found, docs, waiting.pop(), hidden=True):
                try:
                    if path.is_dir() and not path.is_symlink():
                        waiting.append(path)
                    else:
                        _add_written(found, docs, path)
                except OSError as error:
                    found.problems.append(unreadable(shown(path, docs), error))
    return found


def _add_written(found: Candidates, docs: Path, path: Path) -> None:
    if _refuse_link_out(found, docs, path):
        return
    if path.is_dir():
        _refuse_linked_folder(found, docs, path)
    elif not path.is_file():
        if not path.name.startswith("."):  # such as the lock of an editor: never published
            _refuse_no_file(found, docs, path)
    elif path.suffix in OTHER_MARKDOWN:
        _problem(
            found,
            docs,
            path,
            f"`{path.name}` does not end in `.md`",
            "rename it to end in `.md`",
        )
    elif path.suffix == ".md" and (size := path.stat().st_size) > nodes.MAX_BYTES:
        message = f"the page has {size:,} bytes; a page has at most {nodes.MAX_BYTES:,}"
        found.problems.append(
            Problem("yaml-size", shown(path, docs), nodes.START, message, "split the page")
        )
    else:
        folder = path.relative_to(docs).parts[0]
        found.files.append((folder, path))


def _refuse_link_out(found: Candidates, root: Path, path: Path) -> bool:
    """Whether a path is such a link; if so, it becomes a problem."""
    if not _leads_out(path, root):
        return False
    _problem(
        found,
        root,
        path,
        f"this link leads out of `{root.absolute().name}/`",
        "replace it by the file itself",
    )
    return True


def _refuse_linked_folder(found: Candidates, root: Path, path: Path) -> None:
    _problem(
        found,
        root,
        path,
        "a link to a folder is not followed here",
        "replace it by the folder itself",
    )


def _refuse_no_file(found: Candidates, root: Path, path: Path) -> None:
    found.problems.append(no_plain_file(shown(path, root)))


def no_plain_file(name: str) -> Problem:
    """A link, a pipe or the like under the name of a file."""
    message, remedy = "this is not a file that can be read", "replace it by a plain file"
    return Problem("file-place", name, nodes.START, message, remedy)


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
    except OSError as error:
        return None, [unreadable(name, error)]
    except Malformed as mistake:
        return None, [_from(mistake, name)]
    return parsed(raw, name)


def parsed(raw: bytes, name: str) -> tuple[Document | None, list[Problem]]:
    """The content of a file as a document, where that is possible, and every problem met."""
    try:
        root, mistakes = nodes.read(raw)
    except Malformed as mistake:
        return None, [_from(mistake, name)]
    return (
        Document(name, raw.decode("utf-8-sig"), root),
        [_from(mistake, name) for mistake in mistakes],
    )


def unreadable(name: str, error: OSError) -> Problem:
    """What the system says of a file that it does not open."""
    reason = error.strerror or str(error)
    remedy = "check the file's permissions"
    return Problem("file-place", name, nodes.START, f"cannot be read: {reason}", remedy)


def _from(mistake: Malformed, path: str) -> Problem:
    return Problem(mistake.rule, path, mistake.mark, mistake.message, mistake.remedy)
