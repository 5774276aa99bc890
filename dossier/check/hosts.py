"""Whether the host of an address is a public site that a reader can tell from others."""

from __future__ import annotations

import re
import unicodedata

from dossier.check.rules.mixed_scripts import mixture
from dossier.messages import Advice, Message, _

_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_LETTERS = re.compile("[0-9A-Za-zß-öø-ɏ-]+|[0-9Ѐ-ԯ-]+")  # Latin or Cyrillic
# Cyrillic letters that pass for Latin ones: a name of these alone under an ending in Latin is
# taken for another. The list and the rule are those of Chromium's policy for such names.
_PASSES = re.compile("[аысԁеԍһіюјӏорԗԛѕԝхуъьҽпгѵѡ0-9-]+")
# Endings that no public site has: RFC 2606, 6761, 6762, 8375 and 9476, and ICANN for `internal`.
_PRIVATE = frozenset(
    [
        "alt",
        "arpa",
        "corp",
        "example",
        "home",
        "internal",
        "invalid",
        "lan",
        "local",
        "localdomain",
        "localhost",
        "onion",
        "test",
    ]
)
LONGEST_LABEL, LONGEST = 63, 253  # characters, RFC 1035 section 2.3.4


def explain(host: str) -> Advice | None:
    """What is wrong with a host name, and what to write instead; None if nothing is."""
    labels = host.split(".")
    if (
        len(labels) < 2
        or not all(map(_LABEL.fullmatch, labels))
        or labels[-1].isdigit()
        or labels[-1].lower() in _PRIVATE
        or any(len(_encoded(label)) > LONGEST_LABEL for label in labels)
        or len(host) > LONGEST
    ):
        message = _("`{host}` is not the name of a public site", host=host[:LONGEST])
        return message, _("write a host such as `example.org`")
    for label in labels:
        if wrong := _explain_label(label, labels):
            return wrong
    return None


def _explain_label(label: str, labels: list[str]) -> Advice | None:
    readable = label
    if label.startswith("xn--"):
        try:
            readable = label.encode().decode("idna")
        except UnicodeError:
            message = _("`{part}` in the host cannot be read", part=label)
            return message, _("copy the address again")
    if mix := mixture(readable):
        message = _("the host mixes two alphabets in `{part}`: {letters}")
        return message.given(part=readable, letters=mix.letters), _elsewhere()
    if not _LETTERS.fullmatch(unicodedata.normalize("NFC", readable)):
        message = _("`{part}` in the host has letters that pass for others", part=readable)
        return message, _elsewhere()
    if _PASSES.fullmatch(readable) and not readable.isascii() and labels[-1].isascii():
        message = _("`{part}` in the host is Cyrillic and passes for Latin", part=readable)
        return message, _elsewhere()
    if readable != label:
        written = ".".join(readable if part == label else part for part in labels)
        message = _("`{part}` tells a reader nothing", part=label)
        return message, _("write the host as it is read: `{host}`", host=written)
    return None


def _elsewhere() -> Message:
    return _("look where the link really leads, and copy the address from there")


def _encoded(label: str) -> str:
    """The label as the name service has it; one that it cannot have is too long for it."""
    try:
        return label if label.isascii() else label.encode("idna").decode()
    except UnicodeError:
        return label * LONGEST_LABEL
