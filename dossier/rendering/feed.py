"""The feed of changes (Atom, RFC 4287): what `views/changelog.py` tells, for a feed reader.

Written with the standard library: a feed is a dozen elements, and what libraries add to that is
a clock. The ids are UUIDs made from names (RFC 4122, version 5), so that they are the same on
every build and wherever the site stands. Where that is not known, addresses are relative to the
feed's own, which RFC 4287 allows, and the link to itself is left out.
"""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as ET  # written only, never read: S314 is about reading
from dataclasses import dataclass

from dossier.grading.days import latest_day
from dossier.language.typography import polish
from dossier.model import Text
from dossier.model.naming import title_of
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.changelog import NEW, Entry, Period, entries, periods

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FILE = "feed.xml"
PAGE = "changes.html"
MOST = 100

# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: a name that never changes, a title, a day, an address, a text, its kind."""

    name: str
    title: str
    day: str
    address: str
    html: str
    kind: str


def feed(renderer: Renderer, title: str, base: str) -> bytes:
    """The feed of one language; `base` is the address of its site, or nothing if not known."""
    items = sorted(_items(renderer), key=lambda item: item.day, reverse=True)[:MOST]
    return atom(renderer, f"{title}: {renderer.words('log.feed')}", base, FILE, PAGE, items)


def atom(
    renderer: Renderer, title: str, base: str, path: str, page: str, items: list[Item]
) -> bytes:
    """A feed at `path` of what `page` shows, its entries in the order given."""
    licence = renderer.dataset.about.licence
    up = addresses.up(path)
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANG: renderer.language})
    _add(root, "id", _id(renderer, "feed" if path == FILE else path))
    _add(root, "title", title)
    _add(root, "updated", _stamp(items[0].day if items else str(latest_day(renderer.dataset))))
    to = base or up
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": to + page})
    if base:
        ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml",
                                     "href": base + path})  # fmt: skip
    _add(ET.SubElement(root, "author"), "name", renderer.words("log.author"))
    _add(root, "rights", f"{licence.name}, {licence.url}")
    for item in items:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", _id(renderer, item.name))
        _add(entry, "title", item.title)
        _add(entry, "updated", _stamp(item.day))
        link = {"rel": "alternate", "type": "text/html", "href": to + item.address}
        ET.SubElement(entry, "link", link)
        ET.SubElement(entry, "category", {"term": item.kind})
        _add(entry, "content", item.html, type="html")
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _items(renderer: Renderer) -> list[Item]:
    dataset = renderer.dataset
    editions = [_of_edition(period, renderer) for period in periods(dataset) if period.edition]
    return editions + [_of_entry(entry, renderer) for entry in entries(dataset)]


def _of_edition(period: Period, renderer: Renderer) -> Item:
    date = period.edition.date if period.edition else ""
    html = renderer.render("feed_edition.html", "", period=period)
    title = renderer.words("log.edition", date=renderer.when_text(date))
    return Item(f"edition/{date}", title, date, f"{PAGE}#{period.anchor}", html, "edition")


def _of_entry(entry: Entry, renderer: Renderer) -> Item:
    name = f"{entry.type}/{entry.id}/{entry.kind}/{entry.day}/{entry.number}"
    html = renderer.render("feed_entry.html", "", entry=entry)
    address = PAGE
    if entry.record is not None and entry.type in addresses.PAGES:
        address = addresses.address_of(entry.record)
    elif entry.stone is not None and entry.type in addresses.PAGES:
        stands = renderer.dataset.id_now(entry.type, entry.id)
        address = addresses.address(entry.type, stands)
    title = f"{_kind(entry, renderer)}: {_title(entry, renderer)}"
    return Item(name, title, str(entry.last_day), address, html, entry.kind)


def _kind(entry: Entry, renderer: Renderer) -> str:
    if entry.stone is not None:
        return renderer.words(f"log.fate.{entry.stone.fate}")
    if entry.kind == NEW:
        return renderer.words("log.one_new")
    label = renderer.term("change_kinds", entry.kind).label.in_language(renderer.language)
    return label[:1].upper() + label[1:]


def _title(entry: Entry, renderer: Renderer) -> str:
    title = title_of(entry.record) if entry.record is not None else entry.id
    if isinstance(title, Text):
        return polish(title.in_language(renderer.language), title.language_shown(renderer.language))
    return title


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = _NO_XML.sub("\ufffd", text)


def _id(renderer: Renderer, name: str) -> str:
    # The names must never change, or readers would be shown everything anew.
    namespace = uuid.UUID(renderer.dataset.about.feed)
    return uuid.uuid5(namespace, f"{renderer.language}/{name}").urn


def _stamp(day: str) -> str:
    return f"{day}T00:00:00Z"
