"""Every written page stands in the menu of its language, and every entry leads to a page."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._site import pages_of
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import near
from dossier.parsing.nodes import START

WHY = _(
    "A page that no menu names is found by nobody, and an entry without its page leads nowhere; "
    "the build refuses both."
)
BAD = """\
# docs/ru/context/history.md exists; `nav` in mkdocs.yml does not name context/history.md
"""
GOOD = """\
# mkdocs.yml, under `nav`:
#   - История: context/history.md
"""

REMEDY = _("write the page, or take the line out")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each page without an entry, and for each entry without a page."""
    for menu in dataset.menus:
        known = pages_of(dataset, menu.language)
        for name, mark in menu.entries.items():
            if not known.has(name):
                message = _("the menu names `{page}`, and there is no such page", page=name)
                remedy = near(name, list(known.written)) or REMEDY
                yield Problem(menu.document, (), message, remedy, mark=mark)
        for name, page in known.written.items():
            if name not in menu.entries and name not in menu.unlisted:
                message = _("the page is not in the menu")
                remedy = _(
                    "add a line below `nav` in `{config}`, such as {line}",
                    config=menu.document.path,
                    line=f"`- …: {name}`",
                )
                yield Problem(page.document, (), message, remedy, mark=START)
