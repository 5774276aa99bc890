"""Takes out of the built site what no page and no stylesheet names.

The theme brings scripts, styles and maps for features that this site does not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dossier.site.used import Used, assets_of

URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
QUOTED = re.compile(r"""["'`]([^"'`\s]+\.(?:js|css|woff2|png|svg|json))["'`]""")


def prune_assets(site: Path, use: Used) -> list[str]:
    """Delete files below any `assets/` folder that nothing names; returns their paths.

    A file counts as named when its name occurs in a page, a stylesheet or a script that is
    itself named; licences stay beside the fonts that they cover.
    """
    assets = assets_of(site)
    names = set(use.files)
    kept: set[Path] = set()
    while True:
        fresh = {path for path in assets - kept if path.name in names}
        if not fresh:
            break
        kept |= fresh
        code = (path for path in fresh if path.suffix in (".css", ".js"))
        names |= {_name(value) for path in code for value in _in_code(path)}
    unused = sorted(path for path in assets - kept if not path.name.startswith("LICENSE"))
    for path in unused:
        path.unlink()
    for folder in sorted({path.parent for path in unused}, reverse=True):
        while folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    return [path.relative_to(site).as_posix() for path in unused]


def _in_code(path: Path) -> Iterator[str]:
    """The files that a style sheet or a script names."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for pattern in (URL, QUOTED):
        yield from pattern.findall(text)


def _name(address: str) -> str:
    return address.split("?")[0].split("#")[0].rsplit("/", 1)[-1]
