"""The brief in PDF: the page of that name on two sides of A4, in the largest type that fits."""

from __future__ import annotations

from dossier.rendering.pdf import typeset
from dossier.rendering.pdf.saying import Json

TEMPLATE = "brief.typ"
SIDES = 2
SIZES = tuple(size / 10 for size in range(94, 72, -2))  # of type, in points


def parts(blocks: list[Json]) -> Json:
    """The blocks of the page by their place: the title, the first side and the second.

    The second begins with the heading of the first table, or with the table where it has none.
    """
    kinds = [block["k"] for block in blocks]
    start = 1 if kinds[:1] == ["h"] else 0
    table = kinds.index("table") if "table" in kinds else len(blocks)
    turn = max((n for n in range(start, table) if kinds[n] == "h"), default=table)
    return {"title": blocks[:start], "first": blocks[start:turn], "second": blocks[turn:]}


def fitted(data: Json) -> tuple[Json, int]:
    """The data with the largest type in which the brief takes two sides, and the sides it takes.

    What is too long even in the smallest type takes more.
    """
    for size in SIZES:
        sized = data | {"brief": data["brief"] | {"size": size}}
        sides = typeset.number(TEMPLATE, sized, "sides")
        if sides <= SIDES:
            break
    return sized, sides
