"""Takes out of the built site what no page and no stylesheet names.

The theme brings scripts, styles and maps for features that this site does not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

NAMED = re.compile(r"""(?:src|href|content)=["']?([^"'\s>]+)|url\(["']?([^"')]+)["']?\)""")
QUOTED = re.compile(r"""["'`]([^"'`\s]+\.(?:js|css|woff2|png|svg|json))["'`]""")


def prune_assets(site: Path) -> list[str]:
    """Delete files below any `assets/` folder that nothing names; returns their paths.

    A file counts as named when its name occurs in a page, a stylesheet or a script that is
    itself named; licences stay beside the fonts that they cover.
    """
    assets = {
        path
        for path in site.rglob("*")
        if path.is_file() and "assets" in path.relative_to(site).parts
    }
    names = _names(path for path in site.rglob("*.html"))
    kept: set[Path] = set()
    while True:
        fresh = {path for path in assets - kept if path.name in names}
        if not fresh:
            break
        kept |= fresh
        names |= _names(path for path in fresh if path.suffix in (".css", ".js"))
    gone = sorted(path for path in assets - kept if not path.name.startswith("LICENSE"))
    for path in gone:
        path.unlink()
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return [path.relative_to(site).as_posix() for path in gone]


def _names(files: Iterable[Path]) -> set[str]:
    found = set()
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        for pattern in (NAMED, QUOTED):
            for match in pattern.finditer(text):
                target = next(group for group in match.groups() if group)
                found.add(target.split("?")[0].split("#")[0].rsplit("/", 1)[-1])
    return found
