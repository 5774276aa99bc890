"""The feed of what happened (Atom, RFC 4287): events by their dates, whole, by theme, by party.

The feed of what changed is another (`feed.py`): a reader may want news of the subject or news of
the dossier. An event without a day of its own stands at the last day that it may have been on; one
that lies ahead, or has no end, is left to the calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from dossier.dates import edtf
from dossier.language.typography import polish
from dossier.model import Element
from dossier.rendering import addresses
from dossier.rendering.feed import MOST, Item, atom
from dossier.rendering.renderer import Renderer
from dossier.rendering.views.chronology import Filter, select

FILE = "happened.xml"


@dataclass(frozen=True)
class Feed:
    """One feed: where it stands, what it is called, the page that shows the same, its events.

    `name` is that of its theme or party alone.
    """

    path: str
    title: str
    name: str
    page: str
    choose: Callable[[], tuple[Element, ...]] = field(repr=False)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Its events, chosen when they are asked for: the preview asks for few feeds."""
        return self.choose()


def feeds(renderer: Renderer) -> Iterator[Feed]:
    """The feed of all events of the cooperation, and one for each theme and party."""
    dataset, words = renderer.dataset, renderer.words
    whole = words("happened.feed")
    yield Feed(FILE, whole, "", "chronology/index.html", partial(_chosen, renderer, Filter()))
    for axis, page in (("themes", addresses.theme), ("actors", addresses.actor)):
        for id_, term in dataset.terms(axis).items():
            # The pages of a theme and of a party show their context as well.
            wanted = (
                Filter(scope=None, theme=id_) if axis == "themes" else Filter(scope=None, actor=id_)
            )
            label = term.label.in_language(renderer.language)
            title, path = f"{whole}: {label}", page(id_)
            file = path.removesuffix(".html") + ".xml"
            yield Feed(file, title, label, path, partial(_chosen, renderer, wanted))


def feed(renderer: Renderer, wanted: Feed, name: str, base: str) -> bytes:
    """A feed as bytes; `name` is that of the site, `base` its address, or nothing."""
    items = [_item(element, renderer) for element in wanted.elements]
    return atom(renderer, f"{name}: {wanted.title}", base, wanted.path, wanted.page, items)


def _chosen(renderer: Renderer, wanted: Filter) -> tuple[Element, ...]:
    ahead = renderer.dataset.flagged("stages", "ahead")
    elements = (entry.element for entry in select(renderer.dataset, wanted))
    return _latest(e for e in elements if e.stage not in ahead and _day(e) is not None)


def _latest(elements: Iterable[Element]) -> tuple[Element, ...]:
    ordered = sorted(elements, key=lambda e: (str(_day(e)), e.id), reverse=True)
    return tuple(ordered[:MOST])


def _day(element: Element) -> str | None:
    last = edtf.parse(element.date).hi
    return None if last == datetime.date.max else last.isoformat()


def _item(element: Element, renderer: Renderer) -> Item:
    title = polish(element.title.in_language(renderer.language), renderer.language)
    when = renderer.when_text(element.date)
    html = renderer.render("feed_event.html", "", e=element)
    return Item(f"happened/{element.id}", f"{when}: {title}", _day(element) or "",
                addresses.address_of(element), html, element.kind)  # fmt: skip
