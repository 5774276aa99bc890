"""Joins the sheets that a page names into one file, and its scripts: each file is a round trip.

Sources stay apart, and so does the preview, which loads a single sheet again. A joined file is
named by its content, so that a host may let browsers keep it for good.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path

SHEET = re.compile(r'<link rel="stylesheet"(?:\s+media="([^"]*)")?\s+href="([^":?]+)">\s*')
SCRIPTS = re.compile(
    r'<script\s+src="[^":?]+" defer[^>]*></script>(?:\s*<script\s+src="[^":?]+" defer></script>)+'
)
SOURCE = re.compile(r'<script\s+src="([^"]+)"')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
INDENT = re.compile(r"\n\s+")
JOINED = "site-"  # how the name of a joined file begins; the digest of its content follows

Part = tuple[str, Path]  # for which media, all if empty; the file


class Joined:
    """The files made so far, by their parts.

    A page names one sheet, and one script where several follow each other. `base` is the path below
    which the site stands on its host.
    """

    def __init__(self, site: Path, base: str) -> None:
        self._site, self._base = site, base
        self._by_parts: dict[tuple[Part, ...], Path] = {}

    def page(self, html: str, folder: Path) -> str:
        """A page in `folder` that names the joined files."""
        html = self._sheets(html, folder)
        return SCRIPTS.sub(lambda run: self._run(run[0], folder), html)

    def clear(self) -> None:
        """Delete what was joined, but for scripts that others load by name."""
        code = "".join(path.read_text(encoding="utf-8") for path in self._by_parts.values())
        for path in {path for parts in self._by_parts for _, path in parts}:
            if f'"{path.name}"' not in code:
                path.unlink()

    def _sheets(self, html: str, folder: Path) -> str:
        links = list(SHEET.finditer(html))
        parts = [(link[1] or "", self._at(folder, link[2])) for link in links]
        # Addresses in a sheet are relative to it.
        if len(links) < 2 or len({path.parent for _, path in parts}) > 1:
            return html
        place = links[0].start()
        sheet = f'<link rel="stylesheet" href="{self._file(parts, links[0][2])}">\n'
        return html[:place] + sheet + SHEET.sub("", html[place:])

    def _run(self, tags: str, folder: Path) -> str:
        sources = SOURCE.findall(tags)
        address = self._file([("", self._at(folder, source)) for source in sources], sources[0])
        first = tags[: tags.index("</script>") + len("</script>")]
        return first.replace(sources[0], address, 1)

    def _at(self, folder: Path, address: str) -> Path:
        """The file of an address; on the page for missing addresses they begin with the base."""
        if address.startswith(self._base):
            return self._site / address.removeprefix(self._base)
        return Path(posixpath.normpath((folder / address).as_posix()))

    def _file(self, parts: list[Part], first: str) -> str:
        """The joined file beside the first part, whose address is `first`: its address."""
        key = tuple(parts)
        if key not in self._by_parts:
            text = "\n".join(_text(media, path) for media, path in parts)
            digest = hashlib.sha256(text.encode()).hexdigest()[:8]
            file = parts[0][1].with_name(f"{JOINED}{digest}{parts[0][1].suffix}")
            file.write_text(text, encoding="utf-8")
            self._by_parts[key] = file
        return posixpath.join(posixpath.dirname(first), self._by_parts[key].name)


def _text(media: str, path: Path) -> str:
    text = path.read_text(encoding="utf-8").strip()
    if path.suffix == ".css":
        text = INDENT.sub("\n", COMMENT.sub("", text))
    return f"@media {media} {{\n{text}\n}}" if media else text
