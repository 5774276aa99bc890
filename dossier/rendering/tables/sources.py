"""Tables of the sources, and of the words that the other tables use."""

from __future__ import annotations

from typing import NamedTuple

from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Source, Vocabulary
from dossier.model.vocabulary import VocabularyTerm
from dossier.rendering.tables.columns import Fields, page_columns
from dossier.rendering.tables.definition import Column, Table


class Word(NamedTuple):
    """One term of a vocabulary."""

    vocabulary: Vocabulary
    id: str
    term: VocabularyTerm


def sources(dataset: Dataset) -> Table:
    """Every source, with the times it is cited."""
    fields = Fields(Source, dataset)
    return Table(
        "sources",
        _("Documents that were consulted, each with its reliability."),
        (
            *fields("id", "title", "title_is_descriptive", "author", "publisher",
                    "publisher_country", "official", "kind", "language", "published", "accessed",
                    "consulted", "url", "archive_url", "reliability", "reliability_basis",
                    "reliability_note", "origin", "party_interest", "note", "added"),
            Column("citations_count", "integer", _("How many times the dossier cites it."),
                   lambda source: len(dataset.citations_of.get(source.id, ()))),
            *page_columns(),
        ),
        tuple(dataset.sources.values()),
    )  # fmt: skip


def terms(dataset: Dataset) -> Table:
    """Every term of every vocabulary: what the ids in the other tables stand for."""
    fields = Fields(VocabularyTerm, dataset, lambda word: word.term)
    return Table(
        "terms",
        _("The words of the vocabularies, with what they mean."),
        (
            Column("id", "string", _("The term, as `vocabulary/term`."),
                   lambda word: f"{word.vocabulary.id}/{word.id}", required=True),
            Column("vocabulary", "string", _("The vocabulary that it belongs to."),
                   lambda word: word.vocabulary.id, required=True),
            Column("term", "string", _("The term as it stands in the other tables."),
                   lambda word: word.id, required=True),
            *fields("label", "short", "definition", "broader"),
        ),
        tuple(
            Word(vocabulary, id_, term)
            for vocabulary in dataset.of(Vocabulary).values()
            for id_, term in vocabulary.terms.items()
        ),
    )  # fmt: skip
