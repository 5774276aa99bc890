"""Files as they were read: one file to a record, and a memory that spares reading it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dossier.dataset import validation
from dossier.model import Record
from dossier.parsing import documents
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file of the data gave: its nodes and its record where it can be read."""

    path: str
    document: Document | None
    record: Record | None
    findings: tuple[Finding, ...]


@dataclass
class Memory:
    """What files gave when they were read last, by their path.

    A file is read again when its bytes have changed, whatever its times say. The preview reads the
    same files again and again, and a difference two states that have most files in common.
    """

    _files: dict[str, tuple[bytes, ReadFile]] = field(default_factory=dict)

    def read(self, model: type[Record], path: Path, data: Path) -> ReadFile:
        """One file below `data`."""
        name = documents.shown(path, data)
        raw = documents.content(path, data)
        if isinstance(raw, Finding):
            return ReadFile(name, None, None, (raw,))
        if name not in self._files or self._files[name][0] != raw:
            self._files[name] = raw, read_text(model, raw, name)
        return self._files[name][1]

    def cache_clear(self) -> None:
        """Forget all files, as the caches of `functools` can."""
        self._files.clear()


FILES = Memory()  # of this process


def read_text(model: type[Record], raw: bytes, path: str) -> ReadFile:
    """The content of a file as a record, where that is possible, and every finding."""
    document, findings = documents.parsed(raw, path)
    if document is None:
        return ReadFile(path, None, None, tuple(findings))
    record, more = validation.validate(model, document)
    return ReadFile(path, document, record, (*findings, *more))
