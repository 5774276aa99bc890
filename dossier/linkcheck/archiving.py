"""Archived copies of sources: which ones lack a copy, which copy will do, written into the file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.formatting import Refused, rewritten
from dossier.formatting.files import replace_file
from dossier.formatting.layout import Branch, Entry, Leaf
from dossier.linkcheck.wayback import ArchiveError, Stopped, Wayback, copy_of
from dossier.model import Source

State = Literal["found", "saved", "missing", "failed"]
MOST_FAILURES = 5  # in a row: then it is not the pages


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one source; `url` is that of its copy, `detail` is in words."""

    source: Source
    state: State
    url: str = ""
    detail: str = ""


def lacking(dataset: Dataset, names: tuple[str, ...] = ()) -> list[Source]:
    """The sources without a copy, or those of them that are named, in the order of their ids."""
    return [
        source
        for source in dataset.sources.values()
        if not source.archive_url and (not names or source.id in names)
    ]


def archive(
    dataset: Dataset, sources: list[Source], wayback: Wayback, *, save: bool, write: bool
) -> Iterator[Kept]:
    """Look for a copy of each source, have one made where `save` says so, and record it.

    A file is written as soon as its copy is known, so that a run that is broken off has lost
    nothing and the next one goes on where it ended. Raises `Stopped`.
    """
    failures = 0
    for source in sources:
        kept = _sought(source, wayback, save=save)
        if kept.url and write:
            kept = _recorded(kept, dataset)
        failures = failures + 1 if kept.state == "failed" else 0
        yield kept
        if failures == MOST_FAILURES:
            raise Stopped(f"{MOST_FAILURES} answers in a row were no use; try again later")


def _sought(source: Source, wayback: Wayback, *, save: bool) -> Kept:
    consulted = parse(source.accessed).hi
    try:
        stamp = wayback.nearest(source.url, consulted.strftime("%Y%m%d"))
        if stamp and _day(stamp) >= _published(source):
            return Kept(source, "found", copy_of(source.url, stamp), _apart(_day(stamp), consulted))
        if not save:
            why = f"the nearest copy, of {_day(stamp)}, is older than the source" if stamp else ""
            return Kept(source, "missing", detail=why or "the archive has no copy")
        stamp = wayback.save(source.url)
    except ArchiveError as failure:
        return Kept(source, "failed", detail=str(failure))
    return Kept(source, "saved", copy_of(source.url, stamp), _apart(_day(stamp), consulted))


def _recorded(kept: Kept, dataset: Dataset) -> Kept:
    """The copy in the source's file, comments and layout kept."""
    path = dataset.data.parent / kept.source.document.path

    def change(root: Branch) -> None:
        root.entries.append(Entry("archive_url", Leaf(kept.url)))

    try:
        replace_file(path, rewritten(path.read_text("utf-8"), Source, change).encode())
    except (Refused, OSError) as failure:
        return Kept(kept.source, "failed", kept.url, f"the file was left as it is: {failure}")
    return kept


def _day(stamp: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(stamp[:8], "%Y%m%d").date()
    except ValueError:
        raise ArchiveError("the archive's answer has no day") from None


def _published(source: Source) -> datetime.date:
    """The earliest day of publication: an older copy shows something else."""
    try:
        return parse(source.published).lo if source.published else datetime.date.min
    except DateError:  # `date-format` reports it
        return datetime.date.min


def _apart(copied: datetime.date, consulted: datetime.date) -> str:
    days = (copied - consulted).days
    if not days:
        return f"of {copied}, the day on which it was consulted"
    many = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"of {copied}, {many} {'after' if days > 0 else 'before'} it was consulted"
