"""Editions that can be fetched: `/editions/DATE/` with an archive, its sums and its changes.

The archive of the latest edition holds the very files that its site was made from, as long as
nothing has come since. That of an earlier one is the dossier as of its day, made from the records
of today, since a site is built from one state of the data; its manifest says so.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset
from dossier.dataset.as_of import as_of
from dossier.dates import edtf
from dossier.export import data_package, database, tables_csv, workbook
from dossier.export.bundle import Bundle, as_json, sum_of
from dossier.model.edition import PublishedEdition
from dossier.rendering.pdf.downloads import file_name
from dossier.rendering.tables.changes import said
from dossier.rendering.views.changelog import Period, periods

FOLDER = "editions"
TABLES = (tables_csv, data_package, workbook, database)


def files(bundle: Bundle, site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of every edition; `site` holds what was exported, and the PDF editions, if any."""
    every_period = periods(bundle.dataset)
    waiting = any(period.edition is None for period in every_period)
    latest = next((period for period in every_period if period.edition), None)
    for number, period in enumerate(reversed([p for p in every_period if p.edition]), start=1):
        if period is latest and not waiting:
            content = {**_records(bundle.dataset), **_written(site), **_books(site)}
            yield from _edition(period, number, bundle, content, "as published")
        elif period.edition is not None:
            then = Bundle(_then(bundle.dataset, period.edition), bundle.site)
            then.moment = _moment(period.edition)
            yield from _edition(period, number, then, _tables(then), "as of its day")


def _then(dataset: Dataset, edition: PublishedEdition) -> Dataset:
    return as_of(dataset, edtf.parse(edition.date).hi)


def _moment(edition: PublishedEdition) -> datetime.datetime:
    day = edtf.parse(edition.date).hi
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _edition(
    period: Period, number: int, bundle: Bundle, content: dict[str, bytes], made: str
) -> Iterator[tuple[str, bytes]]:
    date, tag = (period.edition.date, period.edition.tag) if period.edition else ("", "")
    folder = f"{FOLDER}/{date}"
    archive = _archive(content, bundle.moment)
    yield f"{folder}/dossier-{date}.zip", archive
    yield f"{folder}/changes.json", as_json(_changes(period, date, number))
    yield (
        f"{folder}/manifest.json",
        as_json(
            {
                **bundle.edition,
                "edition": date,
                "number": number,
                "made": made,
                "tag": tag,
                "commit": bundle.commits.get(tag),
                "archive": {"path": f"dossier-{date}.zip", **sum_of(archive)},
                "files": [{"path": name, **sum_of(content[name])} for name in sorted(content)],
            }
        ),
    )


def _records(dataset: Dataset) -> dict[str, bytes]:
    """The records as they are in the repository."""
    return {f"records/{d.path.partition('/')[2]}": d.text.encode() for d in dataset.documents}


def _tables(bundle: Bundle) -> dict[str, bytes]:
    return {name: content for module in TABLES for name, content in module.files(bundle)}


def _written(site: Path) -> dict[str, bytes]:
    """The tables as they stand on the site."""
    files = (path for path in (site / "data").rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files
            if path.suffix in (".csv", ".json", ".xlsx", ".sqlite")}  # fmt: skip


def _books(site: Path) -> dict[str, bytes]:
    books = {"ru": site / file_name("ru"), "en": site / "en" / file_name("en")}
    return {path.name: path.read_bytes() for path in books.values() if path.is_file()}


def _changes(period: Period, date: str, number: int) -> dict[str, Any]:
    """What the edition brought against the one before."""
    note = period.edition.note if period.edition else None
    return {
        "edition": date,
        "number": number,
        "note": note.model_dump(exclude_none=True) if note else None,
        "held": period.held,
        "changes": [
            {
                "kind": kind,
                "date": entry.day,
                "type": entry.type,
                "id": entry.id,
                "note": {language: said(entry, "note", language) for language in ("ru", "en")},
            }
            for kind, entries in period.groups.items()
            for entry in entries
        ],
    }


def _archive(content: dict[str, bytes], moment: datetime.datetime) -> bytes:
    """A ZIP whose bytes depend on its content and the edition's day alone."""
    stored = io.BytesIO()
    # ZIP knows no time before 1980.
    day = max(moment, datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)).timetuple()[:6]
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(content):
            about = zipfile.ZipInfo(name, day)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = 0o644 << 16
            archive.writestr(about, content[name])
    return stored.getvalue()
