"""What no rule on the data can see, because it lies in how the change came about.

A file that is made by a command was changed and what it is made from was not; an id was taken by
somebody else meanwhile; a record went without a tombstone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.dataset import Dataset
from dossier.diff.model import Difference
from dossier.forge.review.history import Change
from dossier.messages import _
from dossier.messages.phrases import NOUNS
from dossier.model import RECORD_TYPES
from dossier.parsing.findings import Finding
from dossier.rendering import addresses

# The names under which they are reported, beside those of the rules.
TRESPASSES = ("only-generated-files", "id-taken-meanwhile", "removed-without-tombstone")


def trespasses(change: Change, found: Difference, data: Path, tip: Dataset) -> Iterator[Finding]:
    """Each as a finding, at the first line of the file that it is about."""
    yield from _only_made_files(change)
    yield from _taken_meanwhile(change, data, tip)
    for record in found.records:
        if record.fate == "removed" and not record.has_tombstone and record.type in addresses.PAGES:
            yield Finding(
                f"{data.name}/tombstones.yml",
                1,
                1,
                "removed-without-tombstone",
                _(
                    "the {what} `{id}` is removed, and no tombstone says what became of it, so "
                    "that old links lead nowhere",
                    what=NOUNS[record.type],
                    id=record.id,
                ),
                _(
                    "add an entry for `{id}` to {folder}/tombstones.yml with its fate (moved, "
                    "merged, split or retracted), the date and the reason",
                    id=record.id,
                    folder=data.name,
                ),
            )


def _only_made_files(change: Change) -> Iterator[Finding]:
    made = {path: command for path in change.paths if (command := change.made_by(path))}
    if not made or len(made) < len(change.paths):
        return
    for path, command in made.items():
        yield Finding(
            path,
            1,
            1,
            "only-generated-files",
            _(
                "this file is made by `dossier {command}`, and nothing that it is made from has "
                "changed: the next run would undo the change",
                command=command,
            ),
            _(
                "change the record, the vocabulary or the model instead, and run "
                "`dossier {command}`",
                command=command,
            ),
        )


def _taken_meanwhile(change: Change, data: Path, tip: Dataset) -> Iterator[Finding]:
    """Records that this change adds, and that were added to the main branch meanwhile."""
    here = {path for path in change.paths if path.startswith(f"{data.name}/")}
    for model in RECORD_TYPES:
        for key in tip.records[model.TYPE]:
            path = f"{data.name}/{model.FOLDER}/{key}.yml"
            if path not in here or change.at(change.base, path) is not None:
                continue
            mine, theirs = change.at("HEAD", path), change.at(change.tip, path)
            if mine is not None and theirs is not None and mine != theirs:
                yield Finding(
                    path,
                    1,
                    1,
                    "id-taken-meanwhile",
                    _(
                        "the {what} `{id}` was added to the main branch meanwhile, and says "
                        "something else there",
                        what=NOUNS[model.TYPE],
                        id=key,
                    ),
                    _(
                        "if it is the same, change that record; if not, choose another id (the "
                        "file’s name and `id:`)"
                    ),
                )
