"""The search index: Pagefind reads the built pages, each language with its own word forms."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dossier.site.index_order import UnknownFormatError, settle_order

FOLDER = "pagefind"
# Parts of pages that say nothing to look for: signs of links to headings, the key to the signs,
# and lists of records that have a page of their own. One long list takes Pagefind seconds to quote.
LEFT_OUT = ".headerlink, .permalink, .legend, .events, .event-lines, .bibliography .sources"
# Pagefind's older ready-made interfaces and what marks words on a page, which no page loads.
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-highlight.js")


class SearchIndexError(Exception):
    """The search index could not be made; the message is Pagefind's own."""


@contextlib.contextmanager
def indexing(copies: Path, site: Path) -> Iterator[None]:
    """Index the pages in `copies` into `site/pagefind/` meanwhile; done when this ends.

    An address is a path below `copies`. Raises `SearchIndexError` at the end.
    """
    command = [
        *(sys.executable, "-m", "pagefind"),
        *("--site", str(copies)),
        *("--output-path", str(site / FOLDER)),
        *("--exclude-selectors", LEFT_OUT),
        *("--keep-index-url", "--quiet"),
    ]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told,
        subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT) as running,
    ):
        try:
            yield
        except BaseException:
            running.kill()
            raise
        if running.wait():
            told.seek(0)
            raise SearchIndexError(_reason(told.read().strip()))
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    try:
        settle_order(site / FOLDER)
    except UnknownFormatError as error:
        raise SearchIndexError(str(error)) from None


def _reason(output: str) -> str:
    """Pagefind's own words; where its program is missing it ends in a traceback instead."""
    if not output.startswith("Traceback"):
        return output
    return f"{output.splitlines()[-1]}\nInstall the package pagefind[bin] anew: make clean setup"
