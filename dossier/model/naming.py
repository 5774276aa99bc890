"""What a record is called: the one answer for pages, feeds, differences and commands."""

from __future__ import annotations

from dossier.model.base import Record
from dossier.model.obligation import Obligation
from dossier.model.texts import Text


def title_of(record: Record) -> Text | str:
    """The name of a record: a text in both languages, or a title that stays as it is.

    A provision is called by its instrument and article, an assessment by its author or, where
    that is not known, by the author's affiliation, anything else by its title. A record without
    any of these is called by its id.
    """
    if isinstance(record, Obligation):
        return _provision(record)
    for name in ("title", "by", "affiliation"):
        title = getattr(record, name, None)
        if isinstance(title, Text | str):
            return title
    return record.id


def title_in(record: Record, language: str) -> str:
    """The name of a record in one language, or in the original where there is no translation."""
    title = title_of(record)
    return title.in_language(language) if isinstance(title, Text) else title


def _provision(record: Obligation) -> Text:
    if record.article is None:
        return record.instrument
    names = record.instrument.model_dump(exclude_none=True)
    articles = record.article.model_dump(exclude_none=True)
    return Text(
        **{
            language: ", ".join(filter(None, (name, articles.get(language))))
            for language, name in names.items()
        }
    )
