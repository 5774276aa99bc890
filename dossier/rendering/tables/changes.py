"""The table of changes: what the page of changes tells, a row each."""

from __future__ import annotations

from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model.history import Change
from dossier.rendering.tables.definition import Column, Table, bilingual
from dossier.rendering.views.changelog import Entry, entries


def changes(dataset: Dataset) -> Table:
    """Records that came in, corrections, and ids that are gone, the latest first."""
    return Table(
        "changes",
        _("What came in, was corrected or withdrawn since the first edition."),
        (
            Column("id", "string", _("The change: what happened to which record, on which day."),
                   lambda entry: f"{entry.type}/{entry.id}/{entry.kind}/{entry.day}/{entry.number}",
                   required=True),
            Column("date", "string", _("The day of the change."), lambda entry: entry.day,
                   required=True),
            Column("kind", "string", _("What sort of change it is: `new` for a record that came."),
                   lambda entry: entry.kind, required=True),
            Column("type", "string", _("The type of the record."), lambda entry: entry.type,
                   required=True),
            Column("record", "string", _("The record."), lambda entry: entry.id, required=True),
            *bilingual("change_note", _("What changed and why."),
                       lambda entry, language: said(entry, "note", language)),
            *bilingual("old", _("The value before."),
                       lambda entry, language: said(entry, "old", language)),
            *bilingual("new", _("The value now."),
                       lambda entry, language: said(entry, "new", language)),
            Column("source", "string", _("The source that made it necessary."),
                   lambda entry: entry.change and entry.change.source, refers="sources"),
        ),
        tuple(entries(dataset)),
    )  # fmt: skip


def said(entry: Entry, field: str, language: str) -> str | None:
    """What a change says in one of its texts; of an id that is gone, the reason."""
    change: Change | None = entry.change
    if change is None:
        if field == "note" and entry.stone is not None:
            return entry.stone.reason.in_language(language)
        return None
    text = getattr(change, field)
    return text.in_language(language) if text is not None else None
