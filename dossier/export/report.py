"""What a format could not express as it stands: adapted or left out by a rule, and listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dossier.messages import Message, _

# The rules by which something is adapted or left out; the page “Data” and the report tell them.
RULES: dict[str, Message] = {
    "line-break": _("Line breaks and runs of white space become one space."),
    "character": _("A character that XML cannot hold, or half of one, becomes U+FFFD."),
    "formula": _("A text that a spreadsheet might run as a formula gets an apostrophe before it."),
    "long-cell": _("A cell of the workbook holds 32,767 characters; what is longer is cut."),
    "no-year": _("A date that no single year can stand for is told in the note of BibTeX and RIS."),
    "no-day": _("An event known to a year or coarser, or with an open side, is in no calendar."),
    "early-date": _("A day before 1900 is a text in the workbook, which knows no such dates."),
}


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One adaptation: in which format, where, by which rule."""

    format: str
    place: str
    rule: str


@dataclass
class Report:
    """The adaptations of one export, each once."""

    notes: set[Note] = field(default_factory=set)

    def note(self, format_: str, place: str, rule: str) -> None:
        """Note that something was adapted or left out by a rule of `RULES`."""
        self.notes.add(Note(format_, place, rule))

    def lines(self) -> list[str]:
        """The report in lines for a person, a line for each format and rule."""
        counts = Counter((note.format, note.rule) for note in sorted(self.notes))
        return [f"{name}: {number} × {RULES[rule]}" for (name, rule), number in counts.items()]

    def as_json(self) -> list[dict[str, str]]:
        """The report as data."""
        return [
            {"format": note.format, "place": note.place, "rule": note.rule}
            for note in sorted(self.notes)
        ]
