"""References to one record, rewritten or taken out of a file of data or of a written page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dossier.dataset.old_ids import referred
from dossier.dataset.written_pages import TAGS
from dossier.formatting import rewritten
from dossier.formatting.layout import Branch, Entry, Leaf
from dossier.model import Record
from dossier.model.shape import Shape, shape_of
from dossier.rendering.mentions import call_in_words, mentions

# A link with the text that stands there for readers.
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]\n]|\n(?!\n))*)\]\([^)\n]*\)")


def named(text: str, model: type[Record], kind: str, old: str, new: str, own: str = "") -> str:
    """A record's file with references to one record naming another.

    An item of a list that then says what another item says, or refers to the record `own` itself,
    is left out.
    """

    def change(root: Branch) -> None:
        for leaf in _references(root, shape_of(model), kind, old):
            _, sign, part = leaf.value.partition("#")
            leaf.value = new + sign + part
        _tidy(root, shape_of(model), kind, new, own)

    return rewritten(text, model, change)


def without(text: str, model: type[Record], kind: str, old: str) -> str:
    """A record's file without its references to one record; what leaned on them alone is left."""

    def change(root: Branch) -> None:
        _drop(root, shape_of(model), lambda entry, shape: _names(entry, shape, kind, old))

    return rewritten(text, model, change)


def with_entry(text: str, model: type[Record], name: str, item: dict[str, Any]) -> str:
    """A record's file with one more item at the end of a list, which comes to be if need be."""

    def change(root: Branch) -> None:
        entry = next((entry for entry in root.entries if entry.key == name), None)
        items = entry.node if entry is not None else None
        if not isinstance(items, Branch):
            items = Branch(keyed=False)
            root.entries = [other for other in root.entries if other is not entry]
            root.entries.append(Entry(name, items))
        items.entries.append(Entry(None, _node(item)))

    return rewritten(text, model, change)


def with_item(text: str, model: type[Record], name: str, number: int, item: dict[str, Any]) -> str:
    """A record's file with another item in the place of one of a list."""

    def change(root: Branch) -> None:
        for entry in root.entries:
            if entry.key == name and isinstance(entry.node, Branch):
                entry.node.entries[number].node = _node(item)

    return rewritten(text, model, change)


def with_id(text: str, model: type[Record], new: str) -> str:
    """A record's file with another id."""

    def change(root: Branch) -> None:
        for entry in root.entries:
            if entry.key == "id":
                entry.node = Leaf(new)

    return rewritten(text, model, change)


def unlinked(text: str, kind: str, old: str, title: str) -> tuple[str, list[int]]:
    """A page on which a record is named in words, no longer linked, and lines that need a person.

    Where a macro gives no words, the record's title stands; a citation goes with its brackets.
    """
    left: list[int] = []
    for mention in reversed(list(mentions(text))):
        if mention.id != old or kind not in mention.types:
            continue
        around = [*TAGS.finditer(text), *_LINK.finditer(text)]
        place = next((m for m in around if m.start() < mention.start < m.end()), None)
        words = _words_of(place, title) if place else None
        if place is None or words is None:
            left.append(mention.mark(text).line)
            continue
        start = place.start()
        if not words:
            start = len(text[:start].rstrip(" "))
        text = text[:start] + words + text[place.end() :]
    return text, sorted(left)


def _words_of(place: re.Match[str], title: str) -> str | None:
    """The words that stay of a link or a call; None where only a person can tell."""
    if not place[0].startswith("{{"):
        return place[1]
    if re.match(r"\{\{-?\s*(?:grade|verdict)\(", place[0]) or place[0].count("(") > 1:
        return None
    return call_in_words(place[0], lambda kinds, id_: title)


def _references(root: Branch, shape: Shape, kind: str, old: str) -> list[Leaf]:
    leaves: list[Leaf] = []
    for entry in root.entries:
        below = shape.below(entry.key if entry.key is not None else 0)
        if isinstance(entry.node, Branch):
            leaves += _references(entry.node, below, kind, old)
        elif _names(entry, below, kind, old):
            leaves.append(entry.node)
    return leaves


def _names(entry: Entry, shape: Shape, kind: str, id_: str) -> bool:
    """Whether an entry is a reference to a record."""
    marks = [*shape.marks, *(shape.item.marks if shape.item else ())]
    return (
        isinstance(entry.node, Leaf)
        and entry.node.value.partition("#")[0] == id_
        and any(referred(mark) == kind for mark in marks)
    )


def _drop(branch: Branch, shape: Shape, is_meant: Callable[[Entry, Shape], bool]) -> None:
    """Take out references, with the items of lists that are about them, and lists left empty."""
    kept = []
    for entry in branch.entries:
        below = shape.below(entry.key if entry.key is not None else 0)
        if is_meant(entry, below):
            continue
        if isinstance(entry.node, Branch):
            inner = [
                is_meant(child, below.below(child.key if child.key is not None else 0))
                for child in entry.node.entries
            ]
            if entry.key is None and entry.node.keyed and any(inner):
                continue
            had = bool(entry.node.entries)
            _drop(entry.node, below, is_meant)
            if had and not entry.node.entries:
                continue
        kept.append(entry)
    branch.entries = kept


def _tidy(branch: Branch, shape: Shape, kind: str, new: str, own: str) -> None:
    """Leave out items that repeat one before them, or that tie a record to itself."""
    seen: list[Any] = []
    kept = []
    for entry in branch.entries:
        below = shape.below(entry.key if entry.key is not None else 0)
        if isinstance(entry.node, Branch):
            _tidy(entry.node, below, kind, new, own)
        if not branch.keyed:
            if own == new and _is_about(entry, below, kind, new):
                continue
            if (value := _plain(entry.node)) in seen:
                continue
            seen.append(value)
        kept.append(entry)
    branch.entries = kept


def _is_about(entry: Entry, shape: Shape, kind: str, id_: str) -> bool:
    if isinstance(entry.node, Leaf):
        return _names(entry, shape, kind, id_)
    inner = entry.node.entries
    return any(_names(child, shape.below(child.key or 0), kind, id_) for child in inner)


def _plain(node: Leaf | Branch) -> Any:
    if isinstance(node, Leaf):
        return node.value
    return [(entry.key, _plain(entry.node)) for entry in node.entries]


def _node(value: Any) -> Leaf | Branch:
    if isinstance(value, dict):
        return Branch(True, entries=[Entry(key, _node(item)) for key, item in value.items()])
    if isinstance(value, list | tuple):
        return Branch(False, entries=[Entry(None, _node(item)) for item in value])
    return Leaf(str(value))
