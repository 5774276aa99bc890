"""A record as its file lays it out: keys, values and comments, each comment at what it is about.

PyYAML's events carry places but no comments. Between two events stand only white space,
punctuation and comments, so that every `#` found there begins one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from dossier.parsing.nodes import LINE_BREAK


@dataclass(slots=True)
class Leaf:
    """A string; how it was quoted is of no interest."""

    value: str


@dataclass(slots=True)
class Entry:
    """A field or an item, with the comments above it and the one at the end of its line.

    An empty string in `before` stands for a blank line.
    """

    key: str | None
    node: Leaf | Branch
    before: list[str] = field(default_factory=list)
    after: str = ""

    def remark(self, comment: str) -> None:
        """Put a comment at the end of the line; an earlier one moves above it."""
        if self.after:
            self.before.append(self.after)
        self.after = comment


@dataclass(slots=True)
class Branch:
    """A list or a mapping; `foot` are the comments after its last entry."""

    keyed: bool
    inline: bool = False  # written in brackets or braces
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A file: the comments at its head, and its mapping."""

    head: list[str]
    root: Branch


@dataclass(slots=True)
class _Line:
    """One comment, or a blank line (""), between two events."""

    text: str
    column: int
    trails: bool = False  # stands on the line of what is before it


def read(text: str) -> Layout:
    """Read a text that `nodes.read` has found without mistakes."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        # The stubs know neither the marks nor the styles of events.
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.end = 0  # where the last event ended
        self.waiting: list[_Line] = []  # comments that have not found their place
        self.last: Entry | None = None  # what a comment at the end of a line is about
        self.header = ""  # the comment after the `|` or `>` of a block
        self.blank = False  # whether blank lines follow the block that was read last

    def read(self) -> Layout:
        event = self._next()
        while not isinstance(event, yaml.MappingStartEvent):
            event = self._next()
        head = self._take()
        root = self._branch(event, around=-1)
        while not isinstance(self._next(), yaml.StreamEndEvent):
            pass
        root.foot += self._take()
        return Layout(head, root)

    def _next(self) -> Any:
        event = next(self.events)
        start = event.start_mark.index
        self._collect(start)
        self.end = event.end_mark.index
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            header, _, _ = self.text[start : self.end].partition("\n")
            _, sign, comment = header.partition("#")
            self.header = sign + comment.rstrip() if sign else ""
            # The blank lines after a block are within the event, though not in its value.
            lines = LINE_BREAK.split(self.text[start : self.end])
            self.blank = len(lines) > 2 and not lines[-1].strip() and not lines[-2].strip()
        return event

    def _collect(self, start: int) -> None:
        """Gather the comments up to the next event, with the blank lines around them."""
        gap = self.text[self.end : start]
        comments = [_Line("", 0)] if self.blank else []
        self.blank = False
        if "#" not in gap:
            return
        lines = LINE_BREAK.split(gap)
        fresh = not self.end or bool(LINE_BREAK.match(self.text[self.end - 1]))
        for number, line in enumerate(lines):
            before, sign, comment = line.partition("#")
            if sign:
                trails = number == 0 and not fresh
                comments.append(_Line(sign + comment.rstrip(), len(before), trails))
            elif not line.strip() and 0 < number < len(lines) - 1:
                comments.append(_Line("", 0))
        # A blank line belongs to the comment below it; only at the head it may end a comment.
        while comments and not comments[-1].text and self.last is not None:
            del comments[-1]
        for number in range(len(comments) - 1, 0, -1):
            if not comments[number - 1].text:
                comments[number - 1].column = comments[number].column
                if not comments[number].text:
                    del comments[number]
        self.waiting += comments

    def _take(self, column: int = 0, own_lines: bool = True) -> list[str]:
        """The waiting comments that are indented at least so far.

        Those at the end of a line find their place here.
        """
        taken = []
        while self.waiting:
            line = self.waiting[0]
            if line.trails and self.last is not None:
                self.last.remark(line.text)
            elif line.column < column or not own_lines:
                break
            else:
                taken.append(line.text)
            del self.waiting[0]
        return taken

    def _branch(self, start: Any, around: int) -> Branch:
        """Read a list or mapping; `around` is the column of the one that it stands in."""
        keyed = isinstance(start, yaml.MappingStartEvent)
        branch = Branch(keyed, inline=bool(start.flow_style))
        own = max(start.start_mark.column, around + 1)
        while True:
            event = self._next()
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                if branch.entries:
                    branch.foot += self._take(0 if branch.inline else own)
                return branch
            entry = Entry(None, Leaf(""), before=self._take())
            self.last = entry
            branch.entries.append(entry)
            if keyed and isinstance(event, yaml.ScalarEvent):
                entry.key = event.value
                event = self._next()
                # What stands above the first entry of a block is about that entry.
                block = not isinstance(event, yaml.ScalarEvent) and not event.flow_style
                entry.before += self._take(own_lines=not block)
            if isinstance(event, yaml.ScalarEvent):
                entry.node = Leaf(event.value)
                if self.header:
                    entry.remark(self.header)
                    self.header = ""
            else:
                entry.node = self._branch(event, own)
                if entry.node.inline:
                    self.last = entry
