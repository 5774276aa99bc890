"""What a save has touched: looked at by name, time and size, for the preview."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

STYLES = (".css",)
WATCHED = ("data", "docs", "overrides", "dossier")
SINGLE = ("mkdocs.yml", "mkdocs.en.yml", "hooks.py", "macros.py")
CODE = (".py", ".yml")  # of the engine: modules and their words

Stamp = dict[str, tuple[int, int]]


class Changes:
    """Compares the files of a project with what they were when it was asked last."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before = self._stamp()

    def since_last(self) -> frozenset[str]:
        """The sorts of files that have changed: `code`, `style`, `theme`, `page` for all others."""
        now = self._stamp()
        before, self._before = self._before, now
        sorts = {_sort(name) for name in before.keys() & now.keys() if before[name] != now[name]}
        # A file that comes or goes changes what there is to be shown.
        others = {_sort(name) for name in before.keys() ^ now.keys()}
        return frozenset(sorts | {"theme" if sort == "style" else sort for sort in others})

    def kind(self) -> str:
        """What browsers have to load again: a `page`, only its `style`, or nothing."""
        changed = self.since_last()
        return "style" if changed == {"style"} else "page" if changed else ""

    def _stamp(self) -> Stamp:
        stamps: Stamp = {}
        data = os.environ.get("DOSSIER_DATA")
        for name in (*WATCHED, *([data] if data else [])):
            stamps.update(_below(str(self._root / name)))
        for name in SINGLE:
            stamps.update(_of(str(self._root / name)))
        root = f"{self._root}/"
        return {path.removeprefix(root): stamp for path, stamp in stamps.items()}


def _below(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file below a folder; links are not followed, and what is gone is left out."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield from _of(entry.path)


def _of(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        status = os.lstat(path)  # a link is another thing than what it leads to
    except OSError:
        return
    yield path, (status.st_mtime_ns, status.st_size)


def _sort(name: str) -> str:
    if name.endswith(STYLES):
        return "style"
    top = name.partition("/")[0]
    if name.endswith(CODE) and top in ("dossier", "hooks.py", "macros.py"):
        return "code"
    return "theme" if top in ("overrides", "mkdocs.yml", "mkdocs.en.yml") else "page"
