"""What several rules ask of a dataset: its texts, its dates, its unread files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, Moment, parse
from dossier.messages import Message, _
from dossier.model import Citation, Record, Text
from dossier.model.annotations import Prose
from dossier.parsing.nodes import Path


def texts(dataset: Dataset, language: str) -> Iterator[tuple[Record, Path, str, Prose]]:
    """Every text of the dossier's own in one language, with its place and its limit."""
    for record, path, value, mark in dataset.marked(Prose):
        if isinstance(value, Text):
            text = value.ru if language == "ru" else value.en
            if text:
                yield record, (*path, language), text, mark


def moment(text: str | None) -> Moment | None:
    """The date as a span of days; None where it is missing or `date-format` reports it."""
    try:
        return parse(text) if text else None
    except DateError:
        return None


def not_a_term(value: str, axis: str) -> Message:
    """What is told of a word that a vocabulary does not have."""
    return _("`{term}` is not a term of `vocabulary/{axis}.yml`", term=value, axis=axis)


def are_read(cites: Iterable[Citation], dataset: Dataset) -> bool:
    """Whether all the sources cited are there, so that their weight can be judged."""
    return all(cite.source in dataset.sources for cite in cites)


def unread_files(dataset: Dataset) -> set[tuple[str, str]]:
    """Folder and id of the files that hold a mistake and gave no record.

    Whatever refers to them would only repeat, in other words, that they are to be mended first.
    """
    read = {record.document.path for record in dataset.all_records()}
    paths = (PurePosixPath(path) for path in {finding.path for finding in dataset.findings} - read)
    return {(path.parent.name, path.stem) for path in paths}
