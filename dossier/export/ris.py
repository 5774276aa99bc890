"""Items as RIS, which EndNote, Zotero and Mendeley read: a tag and a value a line, in UTF-8."""

from __future__ import annotations

from dossier.export.bibtex import has_year
from dossier.rendering.views.items import Item


def ris(item: Item, when: str) -> str:
    """One record; `when` says in words a date that has no year of its own."""
    dated = has_year(item)
    exact = dated and item.issued and not (item.issued.approximate or item.issued.uncertain)
    lines = [
        ("TY", "ELEC"),
        ("ID", item.id),
        ("TI", item.title),
        ("AU", item.author),
        ("T2", item.container),
        ("PY", str(item.issued.lo.year) if dated and item.issued else ""),
        ("DA", _day(item) if dated else ""),
        ("LA", item.language),
        ("ET", item.version),
        ("UR", item.address),
        ("Y2", item.accessed.replace("-", "/") if item.accessed else ""),
        ("L1", item.archive),
        ("N1", "" if exact or not item.issued else when),
        ("N1", item.note),
    ]
    # A tag begins each line, so no value may begin one.
    said = [f"{tag}  - {' '.join(value.splitlines())}" for tag, value in lines if value]
    return "\n".join([*said, "ER  - ", ""])


def _day(item: Item) -> str:
    """The date as `YYYY/MM/DD`, without what is not known."""
    moment = item.issued
    if moment is None or moment.precision not in ("day", "month"):
        return ""
    return moment.lo.strftime("%Y/%m/%d" if moment.precision == "day" else "%Y/%m/")
