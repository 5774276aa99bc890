"""What a reader sees of a built page, so that tests speak of text and not of markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

SPACE = re.compile(r"\s+")
SILENT = frozenset({"script", "style", "template"})
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(slots=True)
class Seen:
    """An element of a page with its attributes; `end` is where its text ends."""

    tag: str
    attributes: dict[str, str | None]
    start: int
    end: int | None = None


@dataclass
class Reading(HTMLParser):
    """One page as text, elements and scripts."""

    html: str
    pieces: list[str] = field(default_factory=list)
    elements: list[Seen] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    _open: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        seen = Seen(tag, dict(attrs), len(self.pieces))
        self.elements.append(seen)
        if tag not in VOID:
            self._open.append(seen)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Seen(tag, dict(attrs), len(self.pieces), len(self.pieces)))

    def handle_endtag(self, tag: str) -> None:
        if any(seen.tag == tag for seen in self._open):
            while True:
                seen = self._open.pop()
                seen.end = len(self.pieces)
                if seen.tag == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not any(seen.tag in SILENT for seen in self._open):
            self.pieces.append(data)
        elif self._open[-1].tag == "script":
            self.scripts.append(data)

    @property
    def text(self) -> str:
        """All visible text."""
        return plain("".join(self.pieces))

    @property
    def body(self) -> str:
        """The text of the page itself, without the head, the menus and the foot."""
        return self.part(lambda seen: seen.tag == "main")

    def below(self, name: str) -> str:
        """The text of the element with an id; of a heading, that of its section."""
        return self.part(lambda seen: seen.attributes.get("id") == name)

    def part(self, wanted: object) -> str:
        """The text of the first element that `wanted` accepts."""
        assert callable(wanted)
        seen = next(seen for seen in self.elements if wanted(seen))
        return plain("".join(self.pieces[seen.start : seen.end]))

    def attributes(self, name: str) -> Iterator[str]:
        """The values of an attribute, whatever element it stands on."""
        for seen in self.elements:
            value = seen.attributes.get(name)
            if value is not None:
                yield value


def read(path: Path) -> Reading:
    """The reading of a file."""
    return Reading(path.read_text("utf-8"))


def plain(text: str) -> str:
    """The text with every run of white space as one space: how it breaks does not matter."""
    return SPACE.sub(" ", text).strip()
