"""Files of the repository that are made from the data and no longer say what the data say."""

from __future__ import annotations

import difflib
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dossier.authoring.schema import schemas
from dossier.check.rules import all_rules
from dossier.dataset import Dataset
from dossier.forge.forms.build import files as forms
from dossier.messages import _
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import START

RULE = "stale-file"
MADE: dict[str, tuple[str, Callable[[Dataset], Mapping[str, str]]]] = {
    "schema": ("dossier schema", schemas),
    ".github": ("dossier forms", forms),
}


def patches(dataset: Dataset, read: Callable[[str], str | None]) -> dict[str, str]:
    """What would bring each made file up to date, as a patch that `git apply` takes.

    `read` gives the text of a file of the repository, or nothing where it is not there.
    """
    by_path = {}
    for folder, (_command, make) in MADE.items():
        try:
            texts = make(dataset)
        except LookupError:  # a vocabulary is missing, which other rules speak of
            continue
        for name, text in texts.items():
            path = f"{folder}/{name}"
            old = read(path)
            if old is not None and old != text:
                by_path[path] = patch_of(path, old, text)
    return by_path


def patch_of(path: str, old: str, new: str) -> str:
    """What makes the new text of a file of the old one, as a patch that `git apply` takes."""
    # Only `\n` ends a line for git.
    before, after = (list(io.StringIO(text, newline="\n")) for text in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def stale_files(dataset: Dataset, base: Path) -> Iterator[Finding]:
    """A finding for each made file in `base` that differs from what would be made now.

    A file that is not there is none: another repository may do without.
    """
    for folder, (command, make) in MADE.items():
        if not (base / folder).is_dir():
            continue
        try:
            texts = make(dataset)
        except LookupError:  # a vocabulary is missing, which other rules speak of
            continue
        for name, text in texts.items():
            path = base / folder / name
            try:
                if not path.is_file() or path.read_text("utf-8", errors="replace") == text:
                    continue
            except OSError:
                continue
            message = _("the file is made from the data and is out of date")
            remedy = _(
                "run `{command}`; without a computer at hand leave it: after the merge a pull "
                "request renews it",
                command=command,
            )
            severity = all_rules()[RULE].severity
            yield Finding(f"{folder}/{name}", *START, RULE, message, remedy, severity)
