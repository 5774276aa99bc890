"""Strict YAML: every scalar stays the string that was typed, and every value knows its place.

`yaml.safe_load` turns `NO` into False, `2024-05-01` into a date and keeps the last of two equal
keys without a word. Here the parser's events are walked instead, so nothing is converted, nothing
is lost, and aliases, tags, depth and size are refused before they can do harm.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from dossier.messages import Message, _
from dossier.parsing.errors import (
    LINE_BREAK,
    START,
    Mark,
    ParseError,
    mark_of,
    unreadable_character,
)
from dossier.parsing.findings import Finding
from dossier.parsing.syntax import syntax_error

__all__ = [
    "LINE_BREAK", "MAX_BYTES", "MAX_DEPTH", "START", "Mapping", "Mark", "Node", "ParseError",
    "Path", "Scalar", "Sequence", "decode", "locate", "locate_key", "plain", "read",
    "refuse_large", "scalars",
]  # fmt: skip

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
SHORT = 40  # characters of a text that is likely to come again

Step = str | int
Path = tuple[Step, ...]


@dataclass(slots=True)
class Scalar:
    """A string as it was typed."""

    mark: Mark
    value: str


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    mark: Mark
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their own places, and the nodes they hold, in the order of the file."""

    mark: Mark
    keys: dict[str, Mark] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """The node as dictionaries, lists and strings, without places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}


def locate(node: Node, path: Path) -> Mark:
    """The place of the value at `path`, or of its nearest ancestor that exists."""
    mark = node.mark
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.values:
            child = node.values[step]
            mark = child.mark if isinstance(child, Scalar) else node.keys[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
            mark = child.mark
        else:
            break
        node = child
    return mark


def locate_key(node: Node, path: Path) -> Mark:
    """The place of the key at the end of `path`, for mistakes in the name of a field."""
    parent = node
    for step in path[:-1]:
        if isinstance(parent, Mapping) and isinstance(step, str) and step in parent.values:
            parent = parent.values[step]
        elif isinstance(parent, Sequence) and isinstance(step, int) and step < len(parent.items):
            parent = parent.items[step]
        else:
            return parent.mark
    if isinstance(parent, Mapping) and path and path[-1] in parent.keys:
        return parent.keys[str(path[-1])]
    return parent.mark


def read(data: bytes) -> tuple[Mapping, list[Finding]]:
    """Read one file: its mapping, and the findings that did not stop the reading.

    Raises `ParseError` where nothing useful can be read: not UTF-8, too large, not YAML, empty,
    several documents, or a list or bare word at the top.
    """
    text = decode(data)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.feed(event)
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text) from None
    except yaml.reader.ReaderError as error:
        raise unreadable_character(error, text) from None
    if builder.root is None:
        remedy = _("write the record's fields, or delete the file")
        raise ParseError(START, "yaml-empty", _("the file holds no record"), remedy)
    if not isinstance(builder.root, Mapping):
        raise ParseError(
            builder.root.mark,
            "yaml-syntax",
            _("the file must be a mapping of fields, and holds something else"),
            _("start every top line with a field name and a colon, such as `title:`"),
        )
    return builder.root, builder.findings


def decode(data: bytes) -> str:
    """The file as text; raises `ParseError` when it is too large or not UTF-8."""
    refuse_large(len(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        mark = Mark(before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        raise ParseError(
            mark,
            "yaml-encoding",
            _("the file is not UTF-8 from here on"),
            _("save the file again with the encoding UTF-8"),
        ) from None


def refuse_large(size: int) -> None:
    """Raise `ParseError` for a file of more than `MAX_BYTES` bytes, read or still to be read."""
    if size > MAX_BYTES:
        message = _("the file has {size:,} bytes; a record has at most {most:,}")
        remedy = _("split the record, or move long material to a source that is cited")
        raise ParseError(START, "yaml-size", message.given(size=size, most=MAX_BYTES), remedy)


class _Builder:
    """Builds nodes out of parser events, without recursion, so that depth cannot hurt."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._stack: list[Sequence | Mapping] = []
        self._pending: list[tuple[str, Mark] | None] = []

    def feed(self, event: yaml.Event) -> None:
        # Most events are scalars and ends; this is where the time of a check goes.
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, mark_of(event.start_mark))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._pending.pop()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, mark_of(event.start_mark))
        elif isinstance(event, yaml.AliasEvent):
            mark = mark_of(event.start_mark)
            message = _("the alias {name} is not allowed", name=f"*{event.anchor}")
            remedy = _("write the value out again where it is needed")
            self._refuse("yaml-alias", mark, message, remedy)
            self._add(Scalar(mark, ""))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise ParseError(
                mark_of(event.start_mark),
                "yaml-syntax",
                _("a second document starts here after `---`"),
                _("keep one record a file: move what follows to a file of its own"),
            )

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        self._check_properties(event, mark)
        # The C parser gives '' as the style of a plain scalar, the Python parser None.
        if not event.style and event.value in ("", "~", "null") and not self._expects_key():
            self._refuse(
                "yaml-no-value",
                mark,
                _("there is nothing after the colon or dash"),
                _("write the value, or leave the whole line out"),
            )
        # Names of fields, ids and terms come again in file after file; each is kept once.
        value = event.value
        self._add(Scalar(mark, sys.intern(value) if len(value) <= SHORT else value))

    def _open(self, event: yaml.CollectionStartEvent, mark: Mark) -> None:
        self._check_properties(event, mark)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        opened: Sequence | Mapping = Sequence(mark) if is_list else Mapping(mark)
        self._add(opened)
        self._stack.append(opened)
        self._pending.append(None)
        if len(self._stack) > MAX_DEPTH:
            raise ParseError(
                mark,
                "yaml-depth",
                _("values are nested deeper than {most}", most=MAX_DEPTH),
                _("check the brackets and the indentation: records are flat"),
            )

    def _expects_key(self) -> bool:
        return bool(
            self._stack and isinstance(self._stack[-1], Mapping) and self._pending[-1] is None
        )

    def _check_properties(self, event: yaml.NodeEvent, mark: Mark) -> None:
        if event.anchor is not None:
            self._refuse(
                "yaml-alias",
                mark,
                _("the anchor {name} is not allowed", name=f"&{event.anchor}"),
                _("delete the anchor; if the text begins with &, put it in quotes"),
            )
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._refuse(
                "yaml-tag",
                mark,
                _("the tag {name} is not allowed", name=tag.replace("tag:yaml.org,2002:", "!!")),
                _("delete the tag; if the text begins with !, put it in quotes"),
            )

    def _refuse(self, rule: str, mark: Mark, message: Message, remedy: Message) -> None:
        self.findings.append(Finding("", *mark, rule, message, remedy))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        pending = self._pending[-1]
        if pending is None:
            if not isinstance(node, Scalar):
                raise ParseError(
                    node.mark,
                    "yaml-syntax",
                    _("a field name must be a plain word"),
                    _("put text that begins with a bracket or brace in quotes"),
                )
            self._pending[-1] = (node.value, node.mark)
            return
        key, key_mark = pending
        self._pending[-1] = None
        if key in parent.values:
            self._refuse(
                "yaml-duplicate-key",
                key_mark,
                _("`{key}` is here a second time; the first is on line {line}").given(
                    key=key, line=parent.keys[key].line
                ),
                _("keep one of the two, or rename the field that was meant otherwise"),
            )
            return
        parent.keys[key] = key_mark
        parent.values[key] = node


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every string of a record with its path, in the order of the file."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for key, value in node.values.items():
            yield from scalars(value, (*path, key))
