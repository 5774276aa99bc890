"""What changes in every page at the end: its sheets, its scripts, its policy, in one reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.site.join import Joined
from dossier.site.policy import with_policy
from dossier.site.versions import versioned, versions

Copy = Callable[[str, str], None]  # is handed the path of a page below the site, and its HTML


def rewrite(site: Path, policy: str, base: str = "/", copy: Copy | None = None) -> None:
    """Let each page below `site` name one sheet and few scripts with versions, and carry `policy`.

    `base` is the path below which the site stands on its host. `copy` is handed each page before
    versions and policy are in it.
    """
    joined, known = Joined(site, base), versions(site)
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        html = joined.page(path.read_text(encoding="utf-8"), path.parent)
        if copy is not None:
            copy(page, html)
        path.write_text(versioned(with_policy(html, policy), page, known), encoding="utf-8")
    joined.clear()
