"""The essay of a theme speaks of elements that belong to the theme, or to one named beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element

SEVERITY = "warning"
WHY = _("What an essay says about another theme is missing from the chronology below it.")
BAD = """\
# docs/en/themes/exercises.md
# {{ element("besqaru-plant-2025", "The plant") }} builds vehicles.
"""
GOOD = """\
# docs/en/themes/exercises.md
# {{ element("besqaru-plant-2025", "The plant") }} builds vehicles
# (see [defence industry](defence-industry.md)).
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each element of another theme without a link to a theme of its own."""
    for page in dataset.pages:
        theme = page.name.removeprefix("themes/").removesuffix(".md")
        if not page.name.startswith("themes/") or theme not in dataset.terms("themes"):
            continue
        linked = {
            other for other in dataset.terms("themes") if f"({other}.md" in page.document.text
        }
        for call in page.calls:
            element = dataset.of(Element).get(call.first) if call.name == "element" else None
            if element is None or {theme, *linked} & set(element.themes):
                continue
            message = _("`{element}` belongs to {themes}, not to {theme}")
            message = message.given(element=element.id, themes=element.themes, theme=theme)
            remedy = _(
                "link to its section, such as `[…]({theme}.md)`, add the theme to the element, "
                "or leave the element out",
                theme=element.themes[0],
            )
            yield Problem(page.document, (), message, remedy, mark=call.mark)
