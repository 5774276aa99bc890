"""An address is one that a reader can open: http or https, a real host, no tracking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dossier.check.rules import Problem
from dossier.check.rules.mixed_scripts import mixture
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
_SUSPECT = re.compile(r"utm_|clid|igshid|mc_[ce]id|xn--", re.I)
# Most addresses are of this shape; the rest is looked at piece by piece.
_PLAIN = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][!-~]*)?", re.I
)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each address that is unsafe, unreal or marked."""
    for record, path, value, _mark in dataset.marked(Url):
        if _PLAIN.fullmatch(value) and not _SUSPECT.search(value):
            continue
        if wrong := explain(value):
            yield Problem(record, path, *wrong)


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
    if parts.scheme not in ("http", "https") or "://" not in url:
        return (
            _("`{url}` does not begin with `https://` or `http://`", url=url),
            _("write the whole address of a page that readers can open"),
        )
    if "@" in parts.netloc:
        bare = f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"
        message = _("the address holds a user's name, which hides where it leads")
        return message, _("write `{url}` if that is the page that is meant", url=bare)
    return _explain_host(host) or _tracking(url)


def _explain_host(host: str) -> Advice | None:
    labels = host.split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        message = _("`{host}` is not the name of a public site", host=host)
        return message, _("write a host such as `example.org`")
    for label in labels:
        readable = label
        if label.startswith("xn--"):
            try:
                readable = label.encode().decode("idna")
            except UnicodeError:
                message = _("`{part}` in the host cannot be read", part=label)
                return message, _("copy the address again")
        if found := mixture(readable):
            message = _("the host mixes two alphabets in `{part}`: {letters}")
            remedy = _("look where the link really leads, and copy the address from there")
            return message.given(part=readable, letters=found.letters), remedy
        if readable != label:
            written = host.replace(label, readable)
            message = _("`{part}` tells a reader nothing", part=label)
            return message, _("write the host as it is read: `{host}`", host=written)
    return None


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
