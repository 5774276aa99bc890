"""Which records a hand-written page names, by macros and by links, and where exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.dataset.written_pages import CODE, RAW, TAGS, blanked
from dossier.model import BY_FOLDER
from dossier.parsing.nodes import Mark
from dossier.rendering.addresses import PAGES

# What the first argument of a macro names; `grade` takes several.
MACROS = {
    "element": ("element",),
    "risk": ("risk",),
    "scenario": ("scenario",),
    "obligation": ("obligation",),
    "cite": ("source",),
    "article": ("article",),
    "verdict": ("article",),
    "grade": ("element", "obligation"),
}
_CALL = re.compile(rf"\b({'|'.join(MACROS)})\(\s*")
_NAME = re.compile(r"""(["'])([a-z0-9-]+)(?:#[^"'\n]*)?\1\s*,?\s*""")
_LISTS = {address.partition(".")[0]: kind for kind, address in PAGES.items() if "#" in address}
_LINK = re.compile(
    r"\]\(\s*<?(?![a-z]+:|/)[^\s()#]*?"
    rf"(?:\b({'|'.join(BY_FOLDER)})/([a-z0-9-]+)\.(?:md|html)"
    rf"|\b({'|'.join(_LISTS)})\.(?:md|html)\#([a-z0-9-]+))"
)
_OWN_WORDS = re.compile(
    r"""\(\s*(["'])[^"']*\1\s*,\s*(?:text\s*=\s*)?(["'])(.{0,300}?)\2\s*\)""", re.DOTALL
)
_TEXT = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_ATTRIBUTES = re.compile(r"\{[ #.:][^{}\n]*\}")
# What gives a source, a grade or a verdict adds no words to its sentence.
SILENT = frozenset({"cite", "grade", "verdict"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A record named on a page: the types that it may be of, its id, and where the id stands."""

    types: tuple[str, ...]
    id: str
    start: int
    end: int

    def mark(self, text: str) -> Mark:
        """The place as line and column."""
        line = text.count("\n", 0, self.start)
        return Mark(line + 1, self.start - text.rfind("\n", 0, self.start))


def mentions(text: str) -> Iterator[Mention]:
    """Every record that the text of a page names, in the order of the text."""
    bare = blanked(blanked(text, RAW), CODE)
    named = [*_in_calls(bare), *_in_links(bare)]
    yield from sorted(named, key=lambda mention: mention.start)


def _in_calls(text: str) -> Iterator[Mention]:
    for tag in TAGS.finditer(text):
        for call in _CALL.finditer(text, *tag.span()):
            place = call.end()
            while name := _NAME.match(text, place, tag.end()):
                yield Mention(MACROS[call[1]], name[2], *name.span(2))
                place = name.end()
                if call[1] != "grade":
                    break


def _in_links(text: str) -> Iterator[Mention]:
    for link in _LINK.finditer(text):
        if link[3]:
            yield Mention((_LISTS[link[3]],), link[4], *link.span(4))
        elif link[2] != "index":
            yield Mention((BY_FOLDER[link[1]].TYPE,), link[2], *link.span(2))


def replaced(text: str, now: Callable[[str, str], str]) -> str:
    """The page with every record named by the id that `now` gives for its type and id."""
    for mention in reversed(list(mentions(text))):
        for kind in mention.types:
            if (new := now(kind, mention.id)) != mention.id:
                text = text[: mention.start] + new + text[mention.end :]
                break
    return text


def call_in_words(call: str, title: Callable[[tuple[str, ...], str], str]) -> str:
    """What readers see of a call such as `element("id", "text")`; `title` names a record."""
    macro = _CALL.search(call)
    if macro is None or macro[1] in SILENT:
        return "" if macro else "…"
    if words := _OWN_WORDS.search(call):
        return words[3]
    name = _NAME.match(call, macro.end())
    return title(MACROS[macro[1]], name[2]) if name else "…"


def in_words(text: str, title: Callable[[tuple[str, ...], str], str]) -> str:
    """A sentence of a page as readers see it, without links, calls and marks of Markdown."""
    text = TAGS.sub(lambda tag: call_in_words(tag[0], title), text)
    text = _ATTRIBUTES.sub("", _TEXT.sub(r"\1", text)).replace("*", "")
    # The cells of a table; those of silent calls alone hold nothing but signs.
    cells = (cell.strip().lstrip(";, ") for cell in text.split("|") if re.search(r"\w", cell))
    text = " ".join(" | ".join(cells).lstrip("#>-* ").split())
    text = re.sub(r"([.!?…]?) \| ", lambda end: f"{end[1] or ';'} ", text)
    text = re.sub(r"\s+([.,;:])", r"\1", re.sub(r"\([\s,;]*\)", "", text))
    return re.sub(r"[,;]+(?=[.,;])", "", text).strip()
