"""Files below `data/` and `docs/`: which belong to the dossier, and what was read from them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.messages import Message, _
from dossier.parsing import nodes
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import START, Mapping, ParseError

# Besides `.md`, what MkDocs takes for a page; no rule would look at it.
OTHER_MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd"})


@dataclass(slots=True)
class Document:
    """One YAML file of the dataset: where it is, what it says, and its nodes with places."""

    path: str
    text: str
    _root: Mapping | None

    @property
    def root(self) -> Mapping:
        """The nodes with their places, read again if they were let go of."""
        if self._root is None:
            self._root, _findings = nodes.read(self.text.encode())
        return self._root

    def forget_places(self) -> None:
        """Let go of the nodes, which take more room than the text."""
        self._root = None


# What may stand beside the records and is none of them: a word to editors, the outline of a map.
BESIDE = ("README.md", "map.json")


@dataclass(slots=True)
class Candidates:
    """The files of one folder: those to read, by the folder in it, and what does not belong."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_files(data: Path, folders: set[str], files: set[str]) -> Candidates:
    """Every file of the dataset in a fixed order; all else is a finding."""
    candidates = Candidates()
    if not data.is_dir():
        remedy = _("name the folder that holds `elements/`, `sources/` and the rest")
        _refuse(candidates, data, data, _("there is no such data folder"), remedy)
        return candidates
    for entry in _children(candidates, data, data):
        if entry.name in files:
            _add(candidates, data, "", entry)
        elif _refuse_link_out(candidates, data, entry):
            continue
        elif entry.is_dir() and entry.name in folders:
            for child in _children(candidates, data, entry):
                _add(candidates, data, entry.name, child)
        elif entry.name not in BESIDE:
            known = tuple(f"`{name}/`" for name in sorted(folders))
            message = _("`{name}` is not a record type", name=entry.name)
            remedy = _("move it into one of {folders}", folders=known)
            _refuse(candidates, data, entry, message, remedy)
    return candidates


def missing(path: Path, data: Path) -> Finding:
    """What is to be said of a file that every dossier has and this one lacks."""
    message = _("there is no `{name}`", name=path.name)
    remedy = _("write it with `id: {id}` and the fields that the next check asks for", id=path.stem)
    mark = nodes.START
    return Finding(shown(path, data), mark.line, mark.column, "file-place", message, remedy)


def _children(
    candidates: Candidates, root: Path, folder: Path, *, hidden: bool = False
) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if hidden or not path.name.startswith("."))
    except OSError as error:
        message = _("the folder cannot be read: {reason}", reason=error.strerror or str(error))
        _refuse(candidates, root, folder, message, _("check the folder's permissions"))
        return []


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to what is not below the folder, or to itself."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return True


def _add(candidates: Candidates, data: Path, folder: str, path: Path) -> None:
    if _refuse_link_out(candidates, data, path):
        return
    if path.is_dir():
        remedy = _("put each record straight into the folder of its type, without sub-folders")
        _refuse(candidates, data, path, _("a folder stands where a file is expected"), remedy)
    elif path.suffix != ".yml":
        if path.name != "README.md":
            message = _("`{name}` does not end in `.yml`", name=path.name)
            _refuse(candidates, data, path, message, _("rename it to end in `.yml`"))
    elif not path.is_file():
        _refuse_no_file(candidates, data, path)
    else:
        candidates.files.append((folder, path))


def find_written(docs: Path) -> Candidates:
    """Every file below `docs/` that a site generator may publish; what it must not is a finding.

    A generator follows every link, reads whatever has the name of a page and copies the rest, so
    links that lead out, linked folders (they may lead in a circle) and what is no plain file are
    refused whatever they are called, and pages as large as no record may be. No folder, no file.
    """
    candidates = Candidates()
    if docs.is_symlink():
        _refuse_linked_folder(candidates, docs, docs)
    elif docs.is_dir():
        waiting = [docs]
        while waiting:
            for path in _children(candidates, docs, waiting.pop(), hidden=True):
                try:
                    if path.is_dir() and not path.is_symlink():
                        waiting.append(path)
                    else:
                        _add_written(candidates, docs, path)
                except OSError as error:
                    candidates.findings.append(unreadable(shown(path, docs), error))
    return candidates


def _add_written(candidates: Candidates, docs: Path, path: Path) -> None:
    if _refuse_link_out(candidates, docs, path):
        return
    if path.is_dir():
        _refuse_linked_folder(candidates, docs, path)
    elif not path.is_file():
        if not path.name.startswith("."):  # such as the lock of an editor: never published
            _refuse_no_file(candidates, docs, path)
    elif path.suffix in OTHER_MARKDOWN:
        message = _("`{name}` does not end in `.md`", name=path.name)
        _refuse(candidates, docs, path, message, _("rename it to end in `.md`"))
    elif path.suffix == ".md" and (size := path.stat().st_size) > nodes.MAX_BYTES:
        message = _("the page has {size:,} bytes; a page has at most {most:,}")
        message = message.given(size=size, most=nodes.MAX_BYTES)
        _refuse(candidates, docs, path, message, _("split the page"), rule="yaml-size")
    else:
        folder = path.relative_to(docs).parts[0]
        candidates.files.append((folder, path))


def _refuse_link_out(candidates: Candidates, root: Path, path: Path) -> bool:
    """Whether a path is a link that leads out of the folder; if so, it becomes a finding."""
    if not _leads_out(path, root):
        return False
    message = _("this link leads out of `{folder}/`", folder=root.absolute().name)
    _refuse(candidates, root, path, message, _("replace it by the file itself"))
    return True


def _refuse_linked_folder(candidates: Candidates, root: Path, path: Path) -> None:
    message = _("a link to a folder is not followed here")
    _refuse(candidates, root, path, message, _("replace it by the folder itself"))


def _refuse_no_file(candidates: Candidates, root: Path, path: Path) -> None:
    candidates.findings.append(no_plain_file(shown(path, root)))


def no_plain_file(name: str) -> Finding:
    """A link, a pipe or the like under the name of a file."""
    message = _("this is not a file that can be read")
    return Finding(name, *START, "file-place", message, _("replace it by a plain file"))


def _refuse(
    candidates: Candidates,
    root: Path,
    path: Path,
    message: Message,
    remedy: Message,
    rule: str = "file-place",
) -> None:
    candidates.findings.append(Finding(shown(path, root), *START, rule, message, remedy))


def shown(path: Path, data: Path) -> str:
    """The path as an editor knows it: from the folder above the data folder."""
    base = data.absolute().parent
    return path.absolute().relative_to(base).as_posix()


def read(path: Path, data: Path) -> tuple[Document | None, list[Finding]]:
    """Read one file; a document where that is possible, and every finding met."""
    raw = content(path, data)
    return (None, [raw]) if isinstance(raw, Finding) else parsed(raw, shown(path, data))


def content(path: Path, data: Path) -> bytes | Finding:
    """The bytes of a file, or why they are not read."""
    try:
        nodes.refuse_large(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        return unreadable(shown(path, data), error)
    except ParseError as error:
        return replace(error.finding, path=shown(path, data))


def parsed(raw: bytes, name: str) -> tuple[Document | None, list[Finding]]:
    """The content of a file as a document, where that is possible, and every finding."""
    try:
        root, findings = nodes.read(raw)
    except ParseError as error:
        return None, [replace(error.finding, path=name)]
    document = Document(name, raw.decode("utf-8-sig"), root)
    return document, [replace(finding, path=name) for finding in findings]


def unreadable(name: str, error: OSError) -> Finding:
    """What the system says of a file that it does not open."""
    message = _("cannot be read: {reason}", reason=error.strerror or str(error))
    return Finding(name, *START, "file-place", message, _("check the file's permissions"))
