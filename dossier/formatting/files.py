"""Formatting files on disk: which ones, and what became of each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dossier.formatting import Fix, Refused, formatted, model_of
from dossier.formatting.moves import moves_below
from dossier.model import BY_FOLDER, ONE_FILE
from dossier.parsing.nodes import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `reason` says why it was refused."""

    path: Path
    state: Literal["same", "changed", "refused"]
    reason: str = ""


def records_below(path: Path) -> list[Path]:
    """The record files that a path names: itself, a folder of records, or a data folder."""
    if path.is_file():
        return [path] if model_of(path) else []
    if path.resolve().name in BY_FOLDER:
        return _files(path)
    paths = [single for name in sorted(ONE_FILE) if (single := path / name).is_file()]
    for folder in sorted(BY_FOLDER):
        paths += _files(path / folder)
    return paths


def _files(folder: Path) -> list[Path]:
    # A link may lead out of the data folder; `check` reports those that do.
    return sorted(p for p in folder.glob("*.yml") if p.is_file() and not p.is_symlink())


def format_files(
    paths: Iterable[Path], fixes: tuple[Fix, ...], write: bool, *, moves: bool = False
) -> Iterator[Outcome]:
    """Format each file, or only tell which ones would change.

    With `moves`, references to ids that moved or were merged get the new ids.
    """
    for path in paths:
        model = model_of(path.resolve())
        if model is None:
            continue
        try:
            if path.stat().st_size > MAX_BYTES:
                raise Refused(f"it has more than {MAX_BYTES:,} bytes")
            data = path.read_bytes()
            folder = path.resolve().parent
            folder = folder.parent if path.name not in ONE_FILE else folder
            every = (*fixes, moves_below(folder)) if moves else fixes
            text = formatted(data, model, every).encode()
            if text != data and write:
                replace_file(path, text)
        except Refused as refused:
            yield Outcome(path, "refused", str(refused))
        except OSError as error:
            yield Outcome(path, "refused", error.strerror or str(error))
        else:
            yield Outcome(path, "same" if text == data else "changed")


def replace_file(path: Path, data: bytes) -> None:
    """Put the new text in place at once, so that no reader meets half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
