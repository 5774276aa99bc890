"""An address is one that a reader can open: http or https, a real host, no tracking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dossier.check import hosts
from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Advice, _
from dossier.model.annotations import Url

WHY = _(
    "A link is a promise. `javascript:` would run in the reader's browser, a look-alike host "
    "would lead elsewhere, and tracking parameters tell others who came from here."
)
BAD = "url: https://example.org/page?id=7&utm_source=telegram\n"
GOOD = "url: https://example.org/page?id=7\n"

TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|yclid|dclid|msclkid|igshid|mc_[ce]id)\Z", re.I)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each address that is unsafe, unreal or marked."""
    for record, path, value, _mark in dataset.marked(Url):
        if wrong := explain(value):
            yield Problem(record, path, *wrong)


@lru_cache(maxsize=16384)  # the preview asks of all addresses again after each save
def explain(url: str) -> Advice | None:
    """What is wrong with an address, and what to write instead; None if nothing is."""
    for char in url:
        if char.isspace() or not char.isprintable():
            message = _("the address holds a space or an invisible character ({code})")
            remedy = _("copy it again from the browser's address line, or write `%20` for a space")
            return message.given(code=f"U+{ord(char):04X}"), remedy
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        message = _("`{url}` is not a well-formed address", url=url)
        return message, _("copy it again from the browser")
    if port == 0:
        return _("no site answers at port 0"), _("copy it again from the browser")
    if parts.scheme not in ("http", "https") or "://" not in url:
        return (
            _("`{url}` does not begin with `https://` or `http://`", url=url),
            _("write the whole address of a page that readers can open"),
        )
    if "@" in parts.netloc:
        bare = f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"
        message = _("the address holds a user's name, which hides where it leads")
        return message, _("write `{url}` if that is the page that is meant", url=bare)
    return hosts.explain(host) or _tracking(url)


def _tracking(url: str) -> Advice | None:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not TRACKING.match(pair[0])]
    if len(kept) == len(pairs):
        return None
    marks = tuple(f"`{name}`" for name, _value in pairs if TRACKING.match(name))
    return (
        _("the address carries tracking parameters: {names}", names=marks),
        _("write `{word}`", word=urlunsplit(parts._replace(query=urlencode(kept)))),
    )
