"""The menu around generated pages: where each stands, and what comes before and after it.

A thousand pages in the menu would be written on each of a thousand pages. They stay out of it: a
generated page is put below the page that lists its kind, from which the theme takes breadcrumbs
and the open section. Only what all site generators of this family share is asked of their objects.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import Any

from dossier.rendering import addresses
from dossier.rendering.pages import Page

# The folders whose pages another folder lists.
LISTED_IN = {"elements": "chronology"}
# Pages that stand alone in a folder of others.
ALONE = frozenset({addresses.FACETS, addresses.RULES})


def place(pages: Iterable[Page], files: Any) -> None:
    """Put each generated page below the page that lists its kind, and next to its neighbours."""
    for folder, group in groupby(pages, key=lambda page: page.url.rpartition("/")[0]):
        siblings = list(group)
        first = folder.split("/")[0]
        home = _page(files, f"{LISTED_IN.get(first, first)}/index.md")
        for sibling in siblings:
            page = _page(files, sibling.markdown_path)
            if home is not page:  # a list that is itself generated stays where the menu has it
                page.parent = _section_of(home)
        row = [_page(files, entry.markdown_path) for entry in siblings if entry.url not in ALONE]
        for before, after in pairwise(row):
            before.next_page, after.previous_page = after, before


def _page(files: Any, name: str) -> Any:
    file = files.get_file_from_path(name)
    return file.page if file is not None else None


def _section_of(page: Any) -> Any:
    """The section that a page opens, or the page itself where it opens none."""
    section = getattr(page, "parent", None)
    return section if section is not None and section.children[0] is page else page


def set_apart(menu: Any, first: str) -> Any:
    """Take the last section out of the menu if `first` is its first page; the menu with it.

    Readers find that section by a link at the foot of every page; its own pages show it.
    """
    whole = copy.copy(menu)
    last = menu.items[-1] if menu.items else None
    opening: Any = last.children[0] if last is not None and last.children else last
    if getattr(getattr(opening, "file", None), "src_uri", None) != first:
        return whole
    menu.items = menu.items[:-1]
    if opening.previous_page is not None:
        opening.previous_page.next_page = opening.previous_page = None
    return whole


def is_apart(page: Any, menu: Any) -> bool:
    """Whether a page belongs to the section that the menu of readers leaves out."""
    return _top(page) not in menu.items and bool(page.ancestors)


def needs_no_menu(page: Any) -> bool:
    """Whether a list beside the text would hold nothing but the page itself."""
    return len(getattr(_top(page), "children", None) or ()) < 2


def _top(page: Any) -> Any:
    return page.ancestors[-1] if page.ancestors else page
