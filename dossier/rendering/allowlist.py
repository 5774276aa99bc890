"""What HTML a page may hold: elements that show text, addresses that load nothing from elsewhere.

The content policy (`dossier.site.policy`) has browsers refuse most of the rest. Here it is refused
before it is published, with what to do instead; what is not listed is refused as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from dossier.messages import Advice, _
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

PLAIN = _("write it in Markdown, or with an element that only shows text")
SCRIPT = _("leave it out: scripts belong to the theme, and no other one is allowed to run")
STYLE = _(
    "leave it out (in a table of Markdown, the colons of its second line): looks belong to the"
    " style sheets of the theme, which a `class` refers to"
)
LINKED = _("link to it instead: `[title](address)`")
OWN = _("put a copy below `docs/`, or link to it: `[title](address)`")
REMEDIES = {
    "script": SCRIPT,
    "style": STYLE,
    "meta": _("leave it out; to lead readers to another page, link to it: `[title](address)`"),
    "link": _("leave it out: what every page needs is loaded by the theme"),
    "base": _("leave it out, and write each address as seen from the page"),
} | dict.fromkeys(("iframe", "frame", "object", "embed", "applet", "image", "use"), LINKED)


def refused(element: Element, *, written: bool = False) -> Advice | None:
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
def _refused_by_name(tag: str, names: tuple[str, ...], written: bool) -> Advice | None:
    if tag not in TEXT | DRAWING and (written or tag not in DOCUMENT):
        return _("`<{tag}>` is not allowed on a page", tag=tag), REMEDIES.get(tag, PLAIN)
    for name in names:
        if HANDLER.fullmatch(name):
            return _("the attribute `{name}` would run a script", name=name), SCRIPT
        if name == "style":
            return _("the attribute `style` has no effect: browsers refuse it"), STYLE
        if name in ATTRIBUTES:
            message = _("the attribute `{name}` is not allowed", name=name)
            return message, REMEDIES.get(tag, _("leave it out"))
    return None


@lru_cache(maxsize=1 << 16)  # a site has some ten thousand of them
def _refused_address(tag: str, kinds: str, name: str, address: str) -> Advice | None:
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        message = _("`{address}` is no address", address=address)
        return message, _("write a whole address, with `https://`")
    if parts.scheme == "data" and tag in PICTURES:
        return None
    if parts.scheme and parts.scheme not in OUTWARD:
        return (
            _("the address `{address}` has a scheme that is not allowed", address=_short(address)),
            _("use an address that begins with `https://`, or the name of a file of the site"),
        )
    leads_only = name == "cite" or (tag in ("a", "area") and name != "src")
    if (parts.scheme or parts.netloc) and not (leads_only or _are_passive(kinds)):
        if name == "action":
            message = _("the form would send to another host, `{address}`")
            return message.given(address=_short(address)), LINKED
        message = _("`{address}` in `<{tag}>` would be loaded from another host")
        return message.given(address=_short(address), tag=tag), OWN
    return None


def _are_passive(kinds: str) -> bool:
    return bool(kinds.split()) and PASSIVE.issuperset(kinds.lower().split())


def _short(address: str, most: int = 80) -> str:
    return address if len(address) <= most else address[:most] + "…"
