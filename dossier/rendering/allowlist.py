"""What HTML a page may hold: elements that show text, addresses that load nothing from elsewhere.

The content policy (`dossier.site.policy`) has browsers refuse most of the rest. Here it is refused
before it is published, with what to do instead; what is not listed is refused as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from dossier.parsing.markup import Element


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TEXT = _names(
    "a abbr address area article aside audio b bdi bdo blockquote br button caption cite code col"
    " colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map"
    " mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp"
    " search section select small source span strong sub summary sup table tbody td textarea tfoot"
    " th thead time tr track u ul var video wbr"
)
DRAWING = _names(
    "circle clippath defs desc ellipse g line lineargradient marker mask path pattern polygon"
    " polyline radialgradient rect stop svg text tspan title"
)
DOCUMENT = _names("html head body title meta link script")
# Attributes that send, load or run something, or hold a page of their own.
ATTRIBUTES = _names("attributionsrc background formaction http-equiv imagesrcset ping srcdoc")
HANDLER = re.compile(r"on\w+")

OUTWARD = frozenset({"http", "https", "mailto"})
# Links of these kinds tell where something is; a browser loads nothing for them.
PASSIVE = frozenset({"alternate", "canonical", "license", "next", "prev"})
PICTURES = frozenset({"img", "source"})

PLAIN = "write it in Markdown, or with an element that only shows text"
SCRIPT = "leave it out: scripts belong to the theme, and no other one is allowed to run"
STYLE = (
    "leave it out (in a table of Markdown, the colons of its second line): looks belong to the"
    " style sheets of the theme, which a `class` refers to"
)
LINKED = "link to it instead: `[title](address)`"
OWN = "put a copy below `docs/`, or link to it: `[title](address)`"
REMEDIES = {
    "script": SCRIPT,
    "style": STYLE,
    "meta": "leave it out; to lead readers to another page, link to it: `[title](address)`",
    "link": "leave it out: what every page needs is loaded by the theme",
    "base": "leave it out, and write each address as seen from the page",
} | dict.fromkeys(("iframe", "frame", "object", "embed", "applet", "image", "use"), LINKED)


def refused(element: Element, *, written: bool = False) -> tuple[str, str] | None:
    """Why a page may not hold an element, and what to do instead; None if it may.

    In the text that somebody wrote, nothing is allowed of what makes up the document around it.
    """
    if problem := _refused_by_name(element.tag, tuple(element.attributes), written):
        return problem
    kinds = element.attributes.get("rel", "") if element.tag == "link" else ""
    for name, address in element.addresses():
        if problem := _refused_address(element.tag, kinds, name, address):
            return problem
    return None


@lru_cache(maxsize=4096)
def _refused_by_name(tag: str, names: tuple[str, ...], written: bool) -> tuple[str, str] | None:
    if tag not in TEXT | DRAWING and (written or tag not in DOCUMENT):
        return f"`<{tag}>` is not allowed on a page", REMEDIES.get(tag, PLAIN)
    for name in names:
        if HANDLER.fullmatch(name):
            return f"the attribute `{name}` would run a script", SCRIPT
        if name == "style":
            return "the attribute `style` has no effect: browsers refuse it", STYLE
        if name in ATTRIBUTES:
            return f"the attribute `{name}` is not allowed", REMEDIES.get(tag, "leave it out")
    return None


@lru_cache(maxsize=4096)
def _refused_address(tag: str, kinds: str, name: str, address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return f"`{address}` is no address", "write a whole address, with `https://`"
    if parts.scheme == "data" and tag in PICTURES:
        return None
    if parts.scheme and parts.scheme not in OUTWARD:
        return (
            f"the address `{_short(address)}` has a scheme that is not allowed",
            "use an address that begins with `https://`, or the name of a file of the site",
        )
    leads_only = name == "cite" or (tag in ("a", "area") and name != "src")
    if (parts.scheme or parts.netloc) and not (leads_only or _are_passive(kinds)):
        if name == "action":
            return f"the form would send to another host, `{_short(address)}`", LINKED
        return f"`{_short(address)}` in `<{tag}>` would be loaded from another host", OWN
    return None


def _are_passive(kinds: str) -> bool:
    return bool(kinds.split()) and PASSIVE.issuperset(kinds.lower().split())


def _short(address: str, most: int = 80) -> str:
    return address if len(address) <= most else address[:most] + "…"
