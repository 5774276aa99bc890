"""A link of a page leads to a page or file that exists, and to a place that is on it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from dossier.check.rules import Problem
from dossier.check.rules._site import SitePages, pages_of
from dossier.check.rules.page_markup import LINK, REFERENCE
from dossier.dataset import Dataset
from dossier.dataset.written_pages import PageSource
from dossier.messages import Advice, _
from dossier.messages.phrases import near
from dossier.parsing.nodes import Mark

WHY = _("A reader who follows a dead link loses the thread, and the build refuses the page.")
BAD = """\
# docs/en/themes/exercises.md
# See [how grades are made](../method.md#grading).
"""
GOOD = """\
# docs/en/themes/exercises.md
# See [how grades are made](../method.md#confidence).
"""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each link within the site that leads nowhere."""
    for menu in dataset.menus:
        known = pages_of(dataset, menu.language)
        for page in known.written.values():
            text = page.markup()
            for match in (*LINK.finditer(text), *REFERENCE.finditer(text)):
                group = match.re.groups
                if advice := _explain(unescape(match[group]), page, known):
                    place = match.start(group)
                    line = text.count("\n", 0, place) + 1
                    mark = Mark(line, place - text.rfind("\n", 0, place))
                    yield Problem(page.document, (), *advice, mark=mark)


def _explain(target: str, page: PageSource, known: SitePages) -> Advice | None:
    path, _sign, anchor = unquote(target).partition("#")
    if ":" in path.partition("/")[0] or path.startswith("/"):
        return None  # of another site; `page-markup` speaks of what may not stand here
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
    if not path:
        name = page.name
    elif not path.endswith(".md"):
        is_named = "." in posixpath.basename(path) and "?" not in path
        if is_named and not path.endswith(".html") and not known.has_file(name):
            message = _("there is no file `{link}`", link=target)
            if path.lower().endswith(PICTURES):
                message = _("there is no picture `{link}`", link=target)
            file = f"docs/{known.language}/{name}"
            return message, _("put it into `{file}`, or take it out of the text", file=file)
        if not path.endswith(".html"):
            return None  # a file beside the pages
        message = _("`{link}` names a page by what the build makes of it", link=target)
        return message, _("write `.md` for `.html`: the build then minds the link")
    if not known.has(name):
        message = _("`{link}` leads to no page", link=target)
        return message, near(name, list(known.written)) or _("mend the link, or take it out")
    if anchor and not known.has_anchor(name, anchor):
        message = _("`{link}` leads to a place that its page does not have", link=target)
        remedy = _("give the heading the id {id}, or mend the link", id=f"`{{ #{anchor} }}`")
        return message, near(anchor, known.places(name)) or remedy
    return None
