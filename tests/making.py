"""Small records and datasets made in a line, for tests that need no files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset, load
from dossier.model import RECORD_TYPES, Citation, Claim, Element, Record, Source, Text
from dossier.parsing.documents import Document
from dossier.parsing.nodes import START, Mapping
from tests.fixtures.trial import TRIAL


def text(words: str) -> dict[str, str]:
    """A text that is the same in both languages."""
    return {"ru": words, "en": words}


def source(name: str, **fields: Any) -> Source:
    """A source; a reliable agency that was read in full unless `fields` say otherwise."""
    return Source.model_validate(
        {
            "id": name,
            "kind": "news_agency",
            "title": name,
            "publisher": "Agency",
            "language": "en",
            "accessed": "2026-01-01",
            "consulted": "full",
            "url": f"https://example.org/{name}",
            "reliability": "B",
            "reliability_basis": "news-agency",
            **fields,
        }
    )


def cite(name: str, stance: str = "supports") -> Citation:
    """A citation of a source."""
    return Citation.model_validate(
        {"source": name, "shows": text("what it shows"), "stance": stance}
    )


def claim(*cites: Citation, **fields: Any) -> Claim:
    """A claim with its citations."""
    return Claim.model_validate({"id": "claim", "text": text("claim"), "cites": cites, **fields})


def element(name: str, date: str = "2020", *claims: Claim, **fields: Any) -> Element:
    """An element of the cooperation, with one claim unless some are given."""
    return Element.model_validate(
        {
            "id": name,
            "title": text(name),
            "kind": "exercise",
            "mode": "deed",
            "stage": "held",
            "obligation": "none",
            "date": date,
            "date_basis": "event",
            "parties": ("kazakhstan",),
            "themes": ("exercises",),
            "claims": claims or (claim(),),
            "checked": "2026-01-01",
            "review": "published",
            **fields,
        }
    )


@cache
def vocabularies() -> dict[str, Any]:
    """The vocabularies of the trial dataset, whose terms carry the flags that the engine reads."""
    return load(TRIAL).records["vocabulary"]


def dataset(*records: Record) -> Dataset:
    """A dataset of these records under the vocabularies of the trial."""
    held: dict[str, dict[str, Any]] = {model.TYPE: {} for model in RECORD_TYPES}
    held["vocabulary"] = dict(vocabularies())
    for record in records:
        path = f"data/{record.FOLDER}/{record.id}.yml"
        record._document = Document(path, "", Mapping(START))
        held[record.TYPE][record.id] = record
    return Dataset(Path("data"), held, [])


def text_of(words: str) -> Text:
    """The same as a `Text`."""
    return Text(**text(words))
