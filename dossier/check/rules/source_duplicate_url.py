"""One page is one source: no two source records lead to the same address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _

ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:ph|today|is|li|md|vn|fo))/\d+[a-z_]*/(http.+)"
)
HOSTS = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
COUNTING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|amp)(?:=|$)|outputType=amp$")

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
    """The address without what does not change the document.

    That is the scheme, the archive that keeps a copy, `www.` and the hosts for phones, `/amp`,
    the place in the page, what counts visits, and a last slash.
    """
    if kept := ARCHIVED.match(url):
        url = kept[1]
    rest = url.partition("://")[2] or url
    address, sign, place = rest.partition("#")
    if place.startswith(("!", "/")):  # such a page is all in its fragment
        address += sign + place
    host, _slash, path = address.partition("/")
    path, _sign, query = path.partition("?")
    asked = "&".join(part for part in query.split("&") if part and not COUNTING.match(part))
    steps = [step for step in path.split("/") if step]
    if steps and steps[-1] == "amp":
        steps.pop()
    host = HOSTS.sub("", host.lower())
    return "/".join([host, *steps]) + (f"?{asked}" if asked else "")
