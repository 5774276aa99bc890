"""Items as CSL-JSON (Citation Style Language 1.0.2), which Zotero and pandoc read."""

from __future__ import annotations

from typing import Any

from dossier.dates.edtf import Moment, Point
from dossier.rendering.views.items import Item

SEASONS = 20  # EDTF counts seasons from 21, CSL from 1


def csl(item: Item, when: str) -> dict[str, Any]:
    """One item; `when` says in words a date that numbers cannot say."""
    fields = {
        "id": item.id,
        "type": "webpage",
        "title": item.title,
        "author": [{"literal": item.author}] if item.author else None,
        "container-title": item.container,
        "language": item.language,
        "issued": issued(item.issued, when) if item.issued else None,
        "accessed": {"date-parts": [_numbers(item.accessed)]} if item.accessed else None,
        "URL": item.address,
        "archive_location": item.archive,
        "version": item.version,
        "note": item.note,
    }
    return {key: value for key, value in fields.items() if value}


def issued(moment: Moment, when: str) -> dict[str, Any]:
    """A date as CSL has it: one or two points, or words where a side is open or too coarse."""
    sides = [moment.start, moment.end] if moment.is_interval else [moment.start]
    parts = [_parts(side) if side else None for side in sides]
    if not all(parts):
        return {"literal": when}
    dated: dict[str, Any] = {"date-parts": parts}
    if moment.approximate or moment.uncertain:
        dated["circa"] = True
    season = moment.start.season if moment.start and not moment.is_interval else 0
    return dated | ({"season": season - SEASONS} if season else {})


def _parts(point: Point) -> list[int] | None:
    if point.precision in ("decade", "century"):
        return None
    return _numbers(point.value.rstrip("~?%"))[: 1 if point.season else 3]


def _numbers(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]
