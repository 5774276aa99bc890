r"""Items as BibTeX, in the fields that BibTeX and biblatex share, in UTF-8.

An entry is five lines of text; the escapes are what a library would have to get right, and they
are here by name, so that `\&` and a lone brace in a title stay what they are.
"""

from __future__ import annotations

from dossier.rendering.views.items import Item

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def bibtex(item: Item, when: str) -> str:
    """One entry; `when` says in words a date that has no year and month of its own."""
    fields = {
        "title": f"{{{_text(item.title)}}}",
        "author": f"{{{_text(item.author)}}}" if item.author else "",
        "howpublished": _text(item.container),
        **_date(item, when),
        "version": item.version,
        "language": item.language,
        "url": _address(item.address),
        "urldate": item.accessed or "",
    }
    notes = [fields.pop("date_note", ""), item.note, item.archive]
    fields["note"] = _text("; ".join(note for note in notes if note))
    lines = [_line(name, value) for name, value in fields.items() if value]
    return f"@misc{{{item.id},\n" + ",\n".join(lines) + "\n}\n"


def has_year(item: Item) -> bool:
    """Whether the date of an item is one that a year, and perhaps a month, can stand for."""
    moment = item.issued
    return moment is not None and not moment.is_interval and moment.knows_year


def _date(item: Item, when: str) -> dict[str, str]:
    moment = item.issued
    if moment is None:
        return {}
    if not has_year(item):
        return {"date_note": when}
    fields = {"year": str(moment.lo.year)}
    if moment.precision in ("day", "month"):
        fields["month"] = MONTHS[moment.lo.month - 1]
    if moment.precision == "day":
        fields["date"] = moment.lo.isoformat()
    if moment.approximate or moment.uncertain:
        fields["date_note"] = when
    return fields


def _line(name: str, value: str) -> str:
    return f"  {name} = {value}" if name == "month" else f"  {name} = {{{value}}}"


def _text(text: str) -> str:
    return text.translate(ESCAPES)


def _address(address: str) -> str:
    """An address keeps its signs; only braces would end the field."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
