"""A page gives an id once, and not one that a record printed on it bears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._site import given_ids, pages_of
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.parsing.nodes import Mark

WHY = _("A link to an id that stands twice on a page leads to the first; the build refuses both.")
BAD = """\
# docs/en/method.md
# ## Confidence { #confidence }
# ## Levels { #confidence }
"""
GOOD = """\
# docs/en/method.md
# ## Confidence { #confidence }
# ## Levels { #levels }
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each id that a page gives twice."""
    for menu in dataset.menus:
        known = pages_of(dataset, menu.language)
        for page in known.written.values():
            printed = known.records_on(page.name)
            for id_, number in Counter(given_ids(page)).items():
                if number > 1 or id_ in printed:
                    text = page.markup()
                    place = text.rfind(f"#{id_}")
                    line = text.count("\n", 0, max(place, 0)) + 1
                    mark = Mark(line, max(place, 0) - text.rfind("\n", 0, max(place, 0)))
                    message = _("the id `{id}` stands on the page more than once", id=id_)
                    remedy = _("give each its own id; keep the first, since links may lead to it")
                    yield Problem(page.document, (), message, remedy, mark=mark)
