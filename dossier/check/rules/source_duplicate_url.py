"""One page is one source: no two source records lead to the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _("Two records of one page would count as two origins, and make one report confirm itself.")
BAD = """\
# sources/agency-report.yml
url: https://example.org/news/1
---
# sources/agency-report-2.yml
url: http://www.example.org/news/1/amp
"""
GOOD = """\
# sources/agency-report.yml
url: https://example.org/news/1
"""

ARCHIVE = re.compile(r"^https?://(?:web\.archive\.org/web/\w+/|archive\.(?:ph|is|today)/\w+/)")
LONG = 8  # characters of a path that two sites share by no accident; `/news/7` is short
MOBILE = re.compile(r"^(?:m|mobile|amp)\.(?=[^.]+\.)")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each source whose address, or title and path, an earlier one has."""
    first: dict[str, str] = {}
    mirrors: dict[tuple[str, str], str] = {}
    for key, source in dataset.sources.items():
        address = normal_address(source.url)
        path = address.partition("/")[2]
        named = (" ".join(source.title.split()).casefold(), path if len(path) >= LONG else address)
        if other := first.get(address):
            message = _("the source `{source}` has the same address", source=other)
        elif other := mirrors.get(named):
            message = _(
                "the source `{source}` has the same title and path on another host", source=other
            )
        if other:
            remedy = _("cite `{source}` instead, and delete this file", source=other)
            yield Problem(source, ("url",), message, remedy)
        first.setdefault(address, key)
        mirrors.setdefault(named, key)


def normal_address(url: str) -> str:
    """The address without what does not change the page.

    That is the scheme, `www.`, `m.` and `amp.`, a fragment, `/amp`, a last slash, and the archive
    that keeps a copy.
    """
    url = ARCHIVE.sub("", url).partition("#")[0]
    rest = url.partition("://")[2] or url
    host, slash, path = rest.partition("/")
    path = path.removesuffix("/").removesuffix("/amp").removesuffix("?amp")
    path = "" if path == "amp" else path.removesuffix("/")
    host = MOBILE.sub("", host.lower().removeprefix("www."))
    return host + (slash and path and f"/{path}")
