"""Ids that moved or were merged, replaced on the written pages beside a data folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.dataset.old_ids import heir
from dossier.dataset.written_pages import read_pages
from dossier.formatting.files import Outcome, replace_file
from dossier.formatting.moves import stones_below
from dossier.rendering.mentions import replaced


def moved_on_pages(folders: Iterable[Path], write: bool) -> Iterator[Outcome]:
    """Each page that names an old id; it is written anew unless only asked for."""
    for data in folders:
        stones = stones_below(data)
        root = data.absolute().parent
        pages = read_pages(root / "docs")[0] if stones else []
        for page in pages:
            text = page.document.text
            new = replaced(text, lambda kind, id_, known=stones: heir(kind, id_, known) or id_)  # type: ignore[misc]
            if new != text:
                path = root / page.document.path
                if write:
                    replace_file(path, new.encode())
                yield Outcome(data.parent / page.document.path, "changed")
