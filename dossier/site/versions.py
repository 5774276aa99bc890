"""Styles and scripts named with a version, so that a browser's old copy never meets a new page.

The version is a digest of the file, in the query of its address: names stay as they are, and a host
may let browsers keep the files for long.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from dossier.site.join import JOINED

NAMED = re.compile(
    r'((?:href|src)=")([\w./-]*assets/(?:stylesheets|javascripts)/[\w.-]+\.(?:css|js))(")'
)


def versions(site: Path) -> dict[str, str]:
    """The digest of every style and script below `site`, by its path from there.

    What was joined has a digest in its name already.
    """
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        for ending in ("css", "js")
        for path in site.rglob(f"*.{ending}")
        if "assets" in path.parts and not path.name.startswith(JOINED)
    }


def versioned(html: str, page: str, known: dict[str, str]) -> str:
    """The page at the path `page` with versions in what it loads."""
    return NAMED.sub(_named_from(posixpath.dirname(page), known), html)


def _named_from(folder: str, known: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def named(match: re.Match[str]) -> str:
        before, address, after = match.groups()
        # Only the page for what does not exist has addresses from the root of the host.
        path = posixpath.normpath(posixpath.join(folder, address))
        version = known.get(path)
        return f"{before}{address}?v={version}{after}" if version else match[0]

    return named
