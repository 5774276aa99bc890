"""What an answer names: a source by id or address, a term by id or label, a record by id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from dossier.check.rules.url_form import explain
from dossier.dataset import Dataset, old_ids
from dossier.dates.edtf import DateError, parse
from dossier.forge.forms import Field
from dossier.forge.intake.outcome import Refused, Trouble
from dossier.messages.phrases import nearest
from dossier.model import RECORD_TYPES, Record, Source
from dossier.model.annotations import Url
from dossier.model.tombstone import Tombstone
from dossier.model.vocabulary import VocabularyTerm
from dossier.parsing.findings import Finding
from dossier.rendering.addresses import PAGES

ADDRESS = (Url(),)  # how the model marks one


def source(answer: str, field: Field, dataset: Dataset) -> str:
    """The id of the source that an answer names by its id or by its address."""
    sources = dataset.of(Source)
    now = dataset.id_now(Source.TYPE, answer)
    if now in sources:
        return now
    if stone := dataset.stones.get((Source.TYPE, answer)):
        raise Refused(_departure(stone, field, dataset))
    if names_a_page(answer):
        same = [key for key, known in sources.items() if _same_page(known.url, answer)]
        if same:
            return same[0]
        raise Refused(Trouble("no_source_there", field, {"given": answer}))
    raise Refused(Trouble("no_source", field, {"given": answer, "near": nearest(answer, sources)}))


def names_a_page(answer: str) -> bool:
    """Whether an answer is an address, and no id."""
    return "://" in answer or answer.startswith("www.")


def assure_new_page(url: str, field: Field, dataset: Dataset) -> None:
    """Raise `Refused` for the address of a source that the dossier has already."""
    for key, known in dataset.of(Source).items():
        if _same_page(known.url, url):
            raise Refused(Trouble("same_source", field, {"given": key}))


def _same_page(address: str, other: str) -> bool:
    def bare(url: str) -> tuple[str, str, str]:
        try:
            parts = urlsplit(url if "://" in url else f"https://{url}")
        except ValueError:
            return url, "", ""
        return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query

    return bare(address) == bare(other)


def terms(answer: str, field: Field, dataset: Dataset) -> str:
    """The terms of a growing list, by id or by label, parted by commas or semicolons."""
    known = dataset.terms(field.axis or "")
    ids, troubles = [], []
    for part in filter(None, (part.strip() for part in re.split("[,;]", answer))):
        term = next((key for key, entry in known.items() if _is_called(part, key, entry)), None)
        if term is None:
            values = {"given": part, "near": _nearest_term(part, known)}
            troubles.append(Trouble("no_term", field, values))
        else:
            ids.append(term)
    if troubles or not ids:
        raise Refused(*(troubles or [Trouble("empty", field)]))
    if len(ids) > 1 and not field.several:
        raise Refused(Trouble("only_one", field))
    return ",".join(dict.fromkeys(ids))


def _is_called(name: str, key: str, entry: VocabularyTerm) -> bool:
    return name.casefold() in {known.casefold() for known in _names(key, entry)}


def _names(key: str, entry: VocabularyTerm) -> set[str]:
    """What readers and editors call a term: its id and its labels."""
    labels = [entry.label, entry.short] if entry.short else [entry.label]
    return {key, *(text for label in labels for text in (label.ru, label.en) if text)}


def _nearest_term(name: str, known: Mapping[str, VocabularyTerm]) -> str:
    """The term whose id or label looks most like a name; empty if none does."""
    called = {label.casefold(): key for key, entry in known.items() for label in _names(key, entry)}
    return called.get(nearest(name.casefold(), called), "")


def record(answer: str, field: Field, dataset: Dataset) -> Record | None:
    """The one record that an answer names; None for a page, or a host's address of something else.

    `elements/id`, `data/elements/id.yml` and the address of a page name a record as its id does.
    """
    path = _path_of(answer) if "://" in answer else answer
    name = path.strip("/").rpartition("/")[2].partition("#")[0]
    stem, dot, ending = name.rpartition(".")
    key = stem if dot and ending in ("yml", "html", "md") else name
    folder = path.strip("/").rpartition("/")[0].rpartition("/")[2]
    models = [model for model in RECORD_TYPES if model.TYPE in PAGES]
    named = [model for model in models if folder == model.FOLDER] or models
    records: list[Any] = [dataset.of(model)[key] for model in named if key in dataset.of(model)]
    if len(records) == 1:
        return records[0]  # type: ignore[no-any-return]
    if records:
        places = ", ".join(f"{candidate.FOLDER}/{candidate.id}" for candidate in records)
        raise Refused(Trouble("ambiguous", field, {"given": key, "places": places}))
    if "/" in answer and ".." not in answer and not answer.startswith("data/"):
        return None
    stones = [
        stone for model in named if (stone := dataset.stones.get((model.TYPE, key))) is not None
    ]
    for stone in stones:
        if (now := dataset.id_now(stone.type, key)) != key:
            moved: Record = dataset.records[stone.type][now]
            return moved
        raise Refused(_departure(stone, field, dataset))
    known = [key for model in models for key in dataset.of(model)]
    raise Refused(Trouble("no_record", field, {"given": answer, "near": nearest(key, known)}))


def _path_of(url: str) -> str:
    """The path of an address; all of it where it is not well formed."""
    try:
        return urlsplit(url).path
    except ValueError:
        return url


def _departure(stone: Tombstone, field: Field, dataset: Dataset) -> Trouble:
    """That a record was split or retracted: when, why, and what there is now."""
    advice = old_ids.gone(stone, dataset.stones)
    return Trouble("finding", field, {}, Finding("", 1, 1, "unknown-reference", *advice))


def assure_date(answer: str, field: Field) -> None:
    """Raise `Refused` for a date that cannot be read."""
    try:
        parse(answer)
    except DateError as error:
        finding = Finding("", 1, 1, "date-format", error.message, error.remedy)
        raise Refused(Trouble("finding", field, {}, finding)) from None


def assure_address(answer: str, field: Field) -> None:
    """Raise `Refused` for an address that a reader must not be sent to."""
    if advice := explain(answer):
        raise Refused(Trouble("finding", field, {}, Finding("", 1, 1, "url-form", *advice)))
