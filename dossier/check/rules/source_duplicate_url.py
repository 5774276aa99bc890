"""One page is one source: no two source records lead to the same address."""

from __future__ import annotations

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


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each source whose address an earlier one has."""
    first: dict[str, str] = {}
    for key, source in dataset.sources.items():
        address = normal_address(source.url)
        if address in first:
            message = _("the source `{source}` has the same address", source=first[address])
            remedy = _("cite `{source}` instead, and delete this file", source=first[address])
            yield Problem(source, ("url",), message, remedy)
        first.setdefault(address, key)


def normal_address(url: str) -> str:
    """The address without what does not change the page: scheme, `www.`, `/amp`, a last slash."""
    rest = url.partition("://")[2] or url
    host, slash, path = rest.partition("/")
    path = path.removesuffix("/").removesuffix("/amp").removesuffix("?amp")
    path = "" if path == "amp" else path.removesuffix("/")
    return host.lower().removeprefix("www.") + (slash and path and f"/{path}")
