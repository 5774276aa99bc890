"""What no rule on the data can see, because it lies in how the change came about.

A file that is made by a command was changed and what it is made from was not; an id was taken by
somebody else meanwhile; a record went without a tombstone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.diff.model import Difference
from dossier.forge.review.history import Change
from dossier.messages import _
from dossier.messages.phrases import NOUNS
from dossier.model import BY_FOLDER
from dossier.parsing.findings import Finding


def trespasses(change: Change, difference: Difference, data: str) -> Iterator[Finding]:
    """Each as a finding, at the first line of its file; `data` is the name of the data folder."""
    yield from _only_made_files(change)
    yield from _taken_meanwhile(change, data)
    for record in difference.records:
        if record.is_lost:
            yield Finding(
                f"{data}/tombstones.yml",
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
                    folder=data,
                ),
            )


def _only_made_files(change: Change) -> Iterator[Finding]:
    commands = change.made_by()
    if len(commands) < len(change.paths):
        return
    for path, command in commands.items():
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


def _taken_meanwhile(change: Change, data: str) -> Iterator[Finding]:
    """Records that this change adds, and that were added to the main branch meanwhile."""
    for name in change.taken_meanwhile():
        path = PurePosixPath(name)
        folder = path.parent.name
        if folder in BY_FOLDER and name == f"{data}/{folder}/{path.stem}.yml":
            yield Finding(
                name,
                1,
                1,
                "id-taken-meanwhile",
                _(
                    "the {what} `{id}` was added to the main branch meanwhile, and says "
                    "something else there",
                    what=NOUNS[BY_FOLDER[folder].TYPE],
                    id=path.stem,
                ),
                _(
                    "if it is the same, change that record; if not, choose another id (the "
                    "file’s name and `id:`)"
                ),
            )
