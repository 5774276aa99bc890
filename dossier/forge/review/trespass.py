"""What no rule on the data can see, because it lies in how the change came about.

A file that is made by a command was changed and what it is made from was not; an id was taken by
somebody else meanwhile; a record went without a tombstone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from dossier.check.findings import Finding
from dossier.diff.model import Difference
from dossier.forge.review.history import Change
from dossier.model import BY_FOLDER
from dossier.rendering import addresses

# The names under which they are reported, beside those of the rules.
TRESPASSES = ("only-generated-files", "id-taken-meanwhile", "removed-without-tombstone")


def trespasses(change: Change, difference: Difference, data: str) -> Iterator[Finding]:
    """Each as a finding, at the first line of its file; `data` is the name of the data folder."""
    yield from _only_made_files(change)
    yield from _taken_meanwhile(change, data)
    for record in difference.records:
        if record.fate == "removed" and not record.has_tombstone and record.type in addresses.PAGES:
            yield Finding(
                f"{data}/tombstones.yml",
                1,
                1,
                "removed-without-tombstone",
                f"the {record.type} `{record.id}` is removed, and no tombstone says what became "
                "of it, so that old links lead nowhere",
                f"add an entry for `{record.id}` to {data}/tombstones.yml with its fate "
                "(moved, merged, split or retracted), the date and the reason",
            )


def _only_made_files(change: Change) -> Iterator[Finding]:
    made = change.made_by()
    if len(made) < len(change.paths):
        return
    for path, command in made.items():
        yield Finding(
            path,
            1,
            1,
            "only-generated-files",
            f"this file is made by `dossier {command}`, and nothing that it is made from has "
            "changed: the next run would undo the change",
            f"change the record, the vocabulary or the model instead, and run `dossier {command}`",
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
                f"the {BY_FOLDER[folder].TYPE} `{path.stem}` was added to the main branch "
                "meanwhile, and says something else there",
                "if it is the same, change that record; if not, choose another id (the "
                "file’s name and `id:`)",
            )
