"""What the search index knows beyond the pages: beside each name, its other spellings.

The words go into copies that only Pagefind reads; the pages stay as they are. Each added word
begins with `MARK`, by which the script that shows the results takes it out of the extracts again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from dossier.language.stems import WORD, fold_word, stem

MARK = "\u2060"  # WORD JOINER: takes no room, and no text of the dossier holds it
_TAG = re.compile(r"<(?:(script|style)\b.*?</\1|!--.*?--|[^>]*)>", re.DOTALL)
_ROOT = re.compile(r"<html\b[^>]*>")
_INDEXED = "data-pagefind-body"  # pages without it are not indexed
_HEAD = 3  # letters by which a word is told to be worth its stem


class Copies:
    """Copies of pages in `folder`: what is indexed of each, every name with its other spellings.

    `synonyms` are, for the stem of a word, all the words that stand for the same.
    """

    def __init__(self, folder: Path, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        self.folder = folder
        self._widener = Widener(synonyms)

    def add(self, page: str, html: str) -> None:
        """Copy the page at the path `page` of the site."""
        copy = self.folder / page
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(self._widener.page(indexed(html)), encoding="utf-8")


def indexed(html: str) -> str:
    """A page without its head, menu and foot, which Pagefind would read and leave out."""
    place = html.find(_INDEXED)
    if place < 0:
        return html
    start, end = html.rfind("<", 0, place), html.rfind("</main>")
    root = _ROOT.search(html, 0, start)
    return f"{root[0] if root else ''}<body>{html[start : end if end > start else None]}"


class Widener:
    """Puts the other words that stand for the same beside the names in a text."""

    def __init__(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        self._synonyms = synonyms
        forms = {form.lower() for words in synonyms.values() for form in words}
        self._heads = {head(form)[:_HEAD] for form in forms for head in (str, fold_word)}
        self._known: dict[str, str] = {}

    def page(self, html: str) -> str:
        """A page with the other words after the first place of a name in each run of text."""
        place = html.find(_INDEXED)
        if place < 0:
            return html
        pieces = []
        start = html.rfind("<", 0, place)
        pieces.append(html[:start])
        place = start
        for tag in _TAG.finditer(html, place):
            if place < tag.start():
                pieces.append(self.text(html[place : tag.start()]))
            pieces.append(tag[0])
            place = tag.end()
        pieces.append(html[place:])
        return "".join(pieces)

    def text(self, text: str) -> str:
        """A run of text; most stand on more than one page."""
        if text not in self._known:
            self._known[text] = self._widened(text)
        return self._known[text]

    def _widened(self, text: str) -> str:
        seen: set[str] = set()
        pieces, place = [], 0
        for match in WORD.finditer(text):
            parts = [part for part in match[0].split("-") if part[:_HEAD].lower() in self._heads]
            stems = [stem(part) for part in parts]
            others = [word for own in stems for word in self._synonyms.get(own, ())]
            added = [word for word in others if stem(word) not in seen.union(stems)]
            seen.update(stems, map(stem, others))
            if added:
                pieces += [text[place : match.end()], *(f" {MARK}{word}" for word in added)]
                place = match.end()
        return "".join([*pieces, text[place:]])
