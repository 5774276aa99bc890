"""Reading the dataset: every file below `data` once, and the pages beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from dossier.dataset import old_ids, validation
from dossier.dataset.records import Dataset
from dossier.dataset.written_pages import read_pages
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
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding


def load(data: Path) -> Dataset:
    """Read every file below `data`, and the pages in `docs/` beside it.

    Never raises for what the files hold.
    """
    candidates = documents.find_files(data, set(BY_FOLDER), set(ONE_FILE))
    records: dict[str, dict[str, Any]] = {model.TYPE: {} for model in RECORD_TYPES}
    dataset = Dataset(data, records, list(candidates.findings))
    dataset.pages, findings = read_pages(data.absolute().parent / "docs")
    dataset.findings.extend(findings)
    for folder, path in candidates.files:
        document, findings = documents.read(path, data)
        _add(dataset, BY_FOLDER[folder] if folder else ONE_FILE[path.name], document, findings)
    _follow(dataset, list(dataset.all_records()))
    if data.is_dir() and not any(path.name == "dossier.yml" for _, path in candidates.files):
        dataset.findings.append(documents.missing(data / "dossier.yml", data))
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
        redirects=[one for one in dataset.redirects if one.record.document.path != path],
    )
    changed.records[model.TYPE].pop(file.removesuffix(".yml"), None)
    _add(changed, model, *documents.parsed(text.encode(), path))
    _follow(changed, [one for one in changed.all_records() if one.document.path == path])
    # Folders are read in the order of the files' names, in which `-` stands before `.yml`.
    records = changed.records[model.TYPE]
    changed.records[model.TYPE] = {key: records[key] for key in sorted(records, key=_file_name)}
    return changed


def _file_name(id_: str) -> str:
    return f"{id_}.yml"


def _add(
    dataset: Dataset, model: type[Record], document: Document | None, findings: list[Finding]
) -> None:
    """Put what was read of one file into the dataset."""
    dataset.findings.extend(findings)
    if document is None:
        return
    dataset.documents.append(document)
    record, findings = validation.validate(model, document)
    dataset.findings.extend(findings)
    if record is not None:
        _put(dataset, record)


def _follow(dataset: Dataset, records: list[Record]) -> None:
    """Have references to ids that are no longer in use lead to the records that bear others."""
    if not dataset.stones:
        return
    for record in records:
        now, found = old_ids.followed(record, dataset.stones, dataset.records)
        if found:
            dataset.redirects.extend(found)
            _put(dataset, now)


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
