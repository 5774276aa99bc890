"""The essay of a theme speaks of elements that belong to the theme, or to one named beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Breach
from dossier.dataset import Dataset
from dossier.model import Element

SEVERITY = "warning"
WHY = "What an essay says about another theme is missing from the chronology below it."
BAD = """\
# docs/en/themes/exercises.md
# {{ element("besqaru-plant-2025", "The plant") }} builds vehicles.
"""
GOOD = """\
# docs/en/themes/exercises.md
# {{ element("besqaru-plant-2025", "The plant") }} builds vehicles
# (see [defence industry](defence-industry.md)).
"""


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each element of another theme that no link to a theme of its own joins."""
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
            yield Breach(
                page.document,
                (),
                f"`{element.id}` belongs to {', '.join(element.themes)}, not to {theme}",
                f"link to its section, such as `[…]({element.themes[0]}.md)`, add the theme to the "
                "element, or leave the element out",
                mark=call.mark,
            )
