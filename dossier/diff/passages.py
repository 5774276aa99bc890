"""Prose that changed: paragraphs of written pages, the two languages of a page side by side."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from dossier.dataset import Dataset
from dossier.dataset.written_pages import FRONT, PageSource
from dossier.language.words import LANGUAGES
from dossier.rendering.mentions import mentions

_ANCHOR = re.compile(r"\{\s*#([\w-]+)")
_BLANK = re.compile(r"\n[ \t]*\n")

MOST_BLOCKS = 2_000  # of a page: comparing takes the square of those that are alike

# A heading's anchor, or its number where it has none, and the place of a paragraph below it.
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph in one language before and after; None where there was none.

    `cited` and `cites` are the ids of the records that it named before and names now.
    """

    old: str | None = None
    new: str | None = None
    cited: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the paragraph reads otherwise than before."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that changed in some language, with its twin.

    `line` is where it stands now in each language that has it.
    """

    page: str
    sides: dict[str, Side]
    line: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    line: int


def passages(
    base: Dataset, head: Dataset, moved: Mapping[str, str] | None = None
) -> tuple[Passage, ...]:
    """Every paragraph that came, went or changed, page by page in the order of the text.

    One in which only ids that `moved` were written anew, old id → new id, says what it said.
    """
    old, new = _pages(base), _pages(head)
    changed: list[Passage] = []
    for name in sorted({*old, *new}):
        before, after = old.get(name, {}), new.get(name, {})
        if _texts(before) != _texts(after):
            changed += _of_page(name, before, after)
    return tuple(one for one in changed if not _only_follows(one, moved or {}))


def _only_follows(passage: Passage, moved: Mapping[str, str]) -> bool:
    if not moved:
        return False
    ids = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, moved))})(?![\w-])")
    return all(
        side.old is not None and ids.sub(lambda match: moved[match[0]], side.old) == side.new
        for side in passage.sides.values()
        if side.is_changed
    )


def _pages(dataset: Dataset) -> dict[str, dict[str, PageSource]]:
    """The pages by name and language."""
    pages: dict[str, dict[str, PageSource]] = {}
    for page in dataset.pages:
        pages.setdefault(page.name, {})[page.language] = page
    return pages


def _texts(page: dict[str, PageSource]) -> dict[str, str]:
    return {language: source.document.text for language, source in page.items()}


def _of_page(
    name: str, old: dict[str, PageSource], new: dict[str, PageSource]
) -> Iterator[Passage]:
    before = {language: _blocks(page) for language, page in old.items()}
    after = {language: _blocks(page) for language, page in new.items()}
    earlier = {one: _matched(before.get(one, {}), after.get(one, {})) for one in LANGUAGES}
    for key in dict.fromkeys(chain(*after.values(), *earlier.values())):
        sides = {}
        for language in LANGUAGES:
            block = after.get(language, {}).get(key)
            now = block.text if block else None
            was = earlier[language].get(key)
            sides[language] = Side(was, now, _named(was), _named(now))
        if any(side.is_changed for side in sides.values()):
            lines = {one: after[one][key].line for one in after if key in after[one]}
            yield Passage(name, sides, lines)


def _named(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.id for mention in mentions(text or "")))


def _blocks(page: PageSource) -> dict[Key, _Block]:
    """The paragraphs of a page under names that both languages share."""
    text = page.document.text
    front = FRONT.match(text)
    blocks: dict[Key, _Block] = {}
    heading, number, headings = "", 0, 0
    if front:
        for count, field_ in enumerate(front[0].split("\n")[1:-2]):
            blocks["---", count] = _Block(field_, count + 2)
    place = front.end() if front else 0
    for block in _BLANK.split(text[place:]):
        line = text.count("\n", 0, place) + 1 + len(block) - len(block.lstrip("\n"))
        place += len(block)
        after = _BLANK.match(text, place)
        place = after.end() if after else place
        if not block.strip():
            continue
        if block.lstrip().startswith("#"):
            headings += 1
            anchor = _ANCHOR.search(block)
            heading, number = (anchor[1] if anchor else f"({headings})"), 0
        blocks[heading, number] = _Block(block.strip(), line)
        number += 1
    return blocks


def _matched(before: dict[Key, _Block], after: dict[Key, _Block]) -> dict[Key, str]:
    """What each paragraph was before, under the key that it has now.

    Paragraphs that read the same are paired first, so that one put in above changes none below;
    what is gone keeps a key of its own.
    """
    old, new = list(before.items()), list(after.items())
    if max(len(old), len(new)) > MOST_BLOCKS:
        return {key: block.text for key, block in old}
    match = difflib.SequenceMatcher(
        None, [block.text for _, block in old], [block.text for _, block in new], autojunk=False
    )
    earlier: dict[Key, str] = {}
    for _tag, first, last, start, end in match.get_opcodes():
        pairs = list(zip(old[first:last], new[start:end], strict=False))
        earlier |= {key: block.text for (_, block), (key, _) in pairs}
        for key, block in old[first + len(pairs) : last]:
            earlier[(f"{key[0]} (gone)", key[1])] = block.text
    return earlier
