"""Reading the dataset: every file below `data` once, and the pages beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from dossier.dataset import old_ids
from dossier.dataset.memory import FILES, ReadFile, read_text
from dossier.dataset.menus import read_menus
from dossier.dataset.records import Dataset
from dossier.dataset.written_pages import PageSource, read_pages
from dossier.model import (
    BY_FOLDER,
    ONE_FILE,
    RECORD_TYPES,
    About,
    Editions,
    LinkExceptions,
    Record,
    Tombstones,
)
from dossier.parsing import documents
from dossier.parsing.findings import Finding


def load(data: Path) -> Dataset:
    """Read every file below `data`, and the pages in `docs/` beside it.

    Never raises for what the files hold.
    """
    candidates = documents.find_files(data, set(BY_FOLDER), set(ONE_FILE))
    findings = list(candidates.findings)
    base = data.absolute().parent
    pages, page_findings = read_pages(base / "docs")
    menus, menu_findings = read_menus(base)
    findings += [*page_findings, *menu_findings]
    if data.is_dir() and not any(path.name == "dossier.yml" for _, path in candidates.files):
        findings.append(documents.missing(data / "dossier.yml", data))
    files = (
        FILES.read(BY_FOLDER[folder] if folder else ONE_FILE[path.name], path, data)
        for folder, path in candidates.files
    )
    return replace(assembled(data, files, pages, findings), menus=menus)


def assembled(
    data: Path, files: Iterable[ReadFile], pages: list[PageSource], findings: list[Finding]
) -> Dataset:
    """The dataset of these files and pages, in this order; `findings` are those beside them."""
    records: dict[str, dict[str, Any]] = {model.TYPE: {} for model in RECORD_TYPES}
    dataset = Dataset(data, records, findings, pages=pages)
    for file in files:
        _add(dataset, file)
    _follow(dataset, list(dataset.all_records()))
    return dataset


def with_file(dataset: Dataset, name: str, text: str) -> Dataset:
    """The dataset as it would be with one more record file, or with another text of one.

    `name` is the path of the file below the data folder, such as `elements/x.yml`. Nothing is
    written, and the dataset that was given stays as it is.
    """
    folder, _, file = name.partition("/")
    model = BY_FOLDER[folder]
    path = f"{dataset.data.absolute().name}/{name}"
    changed = replace(
        dataset,
        records={kind: dict(records) for kind, records in dataset.records.items()},
        findings=[finding for finding in dataset.findings if finding.path != path],
        documents=[document for document in dataset.documents if document.path != path],
        files=dict(dataset.files),
        redirects=[
            redirect for redirect in dataset.redirects if redirect.record.document.path != path
        ],
    )
    changed.records[model.TYPE].pop(file.removesuffix(".yml"), None)
    _add(changed, read_text(model, text.encode(), path))
    _follow(changed, [record for record in changed.all_records() if record.document.path == path])
    # Folders are read in the order of the files' names, in which `-` stands before `.yml`.
    records = changed.records[model.TYPE]
    changed.records[model.TYPE] = {key: records[key] for key in sorted(records, key=_file_name)}
    return changed


def _file_name(id_: str) -> str:
    return f"{id_}.yml"


def _add(dataset: Dataset, file: ReadFile) -> None:
    """Put what was read of one file into the dataset."""
    dataset.files[file.path] = file
    dataset.findings.extend(file.findings)
    if file.document is not None:
        dataset.documents.append(file.document)
    if file.record is not None:
        _put(dataset, file.record)


def _follow(dataset: Dataset, records: list[Record]) -> None:
    """Have references to ids that are no longer in use lead to the records that bear others."""
    if not dataset.stones:
        return
    for record in records:
        followed, redirects = old_ids.followed(record, dataset.stones, dataset.records)
        if redirects:
            dataset.redirects.extend(redirects)
            _put(dataset, followed)


def _put(dataset: Dataset, record: Record) -> None:
    """Put a record in its place, in that of an earlier one where there is one."""
    if isinstance(record, About):
        dataset.about = record
    elif isinstance(record, Editions):
        dataset.editions = record
    elif isinstance(record, LinkExceptions):
        dataset.link_exceptions = record
    elif isinstance(record, Tombstones):
        dataset.tombstones = record
    else:
        dataset.records[record.TYPE][PurePosixPath(record.document.path).stem] = record
