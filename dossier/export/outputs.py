"""Every output of an export, and how a folder gets them: all of them or none."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset
from dossier.export import (
    api,
    api_schema,
    calendars,
    citation_cff,
    citations,
    data_package,
    database,
    editions,
    tables_csv,
    texts,
    workbook,
)
from dossier.export.bundle import Bundle, as_json, sum_of
from dossier.export.report import RULES, Report
from dossier.rendering.tags import TagsError

Format = Callable[[Bundle], Iterator[tuple[str, bytes]]]

# In the order in which they are made; the manifest comes last and names them all.
FORMATS: dict[str, Format] = {
    "CSV": tables_csv.files,
    "data package": data_package.files,
    "workbook": workbook.files,
    "database": database.files,
    "citations": citations.files,
    "citation file": citation_cff.files,
    "calendars": calendars.files,
    "interface": api.files,
    "schemas": api_schema.files,
    "texts": texts.files,
}
MANIFEST = "data/manifest.json"
MADE_BY = "dossier export"
_OF_EDITION = re.compile(r"editions/[^/]+/(dossier-[^/]+\.zip|manifest\.json|changes\.json)")


class ExportError(Exception):
    """The outputs cannot be put where they were wanted; nothing was written."""


def write(dataset: Dataset, folder: Path) -> Report:
    """Write every output below `folder`, which exists; the report tells what was adapted."""
    bundle = Bundle(dataset)
    made: list[dict[str, Any]] = []
    for files in FORMATS.values():
        for name, content in files(bundle):
            _put(folder / name, content)
            made.append({"path": name, **sum_of(content)})
    manifest = {
        "made_by": MADE_BY,
        **bundle.edition,
        "files": made,
        "rules": {name: str(rule) for name, rule in RULES.items()},
        "adapted": bundle.report.as_json(),
    }
    (folder / MANIFEST).write_bytes(as_json(manifest))
    return bundle.report


def write_editions(dataset: Dataset, folder: Path) -> None:
    """Write the editions below `folder`, after everything that they hold."""
    for name, content in editions.files(Bundle(dataset), folder):
        _put(folder / name, content)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def export(dataset: Dataset, folder: Path) -> Report:
    """Write every output into a folder of their own, in the place of an export before.

    Raises `ExportError` for a folder that holds anything else or cannot be written; it then stays
    as it was, as it does when anything fails half-way.
    """
    folder = folder.absolute()
    _assure_free(folder, dataset.data.absolute())
    try:
        parent = next(path for path in folder.parents if path.exists())
        with tempfile.TemporaryDirectory(prefix=".dossier-", dir=parent) as scratch:
            made = Path(scratch) / "made"
            made.mkdir()
            report = write(dataset, made)
            write_editions(dataset, made)
            folder.parent.mkdir(parents=True, exist_ok=True)
            _replace(made, folder, Path(scratch) / "old")
    except TagsError as error:
        raise ExportError(str(error)) from None
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror}") from None
    return report


def _assure_free(folder: Path, data: Path) -> None:
    real = folder.resolve()
    if real.is_relative_to(data.resolve()) or data.resolve().is_relative_to(real):
        raise ExportError(f"{folder} holds the data or lies in it: name another folder")
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is no folder")
    if not folder.exists():
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ExportError(f"{folder} cannot be written")
    others = sorted(_present(folder) - _ours(folder))
    if others:
        raise ExportError(
            f"{folder} is not empty: {others[0]} is of no export; empty it or name another folder"
        )


def _present(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def _ours(folder: Path) -> set[str]:
    """The files of an export before, as its manifest names them."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["made_by"] == MADE_BY:
            made = {MANIFEST, *(file["path"] for file in manifest["files"])}
            return made | {name for name in _present(folder) if _OF_EDITION.fullmatch(name)}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return set()


def _replace(made: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
