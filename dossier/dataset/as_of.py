"""The dossier as of a day: what was known then, by dates of publication and of record.

A record is kept if it had come in (`added`, or no day for those of the first edition); a source,
too, only if it had been published. What rests on nothing that is kept goes with it: references,
claims, versions, answers, and records that cannot be without them. Notes of later changes are
left out, and later days of a check become the day asked for. The texts are those of today: an old
wording stands in `history`, which is a note for readers and no copy of the field.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from dossier.dataset.records import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.model import BY_TYPE, About, Editions, Element, Record, Source, Vocabulary
from dossier.model.annotations import ClaimRef, Edtf, ParagraphRef, Ref, Term
from dossier.model.shape import Shape, shape_of
from dossier.model.tombstone import Tombstones
from dossier.model.walk import marked
from dossier.parsing.documents import Document
from dossier.parsing.nodes import START
from dossier.parsing.nodes import Mapping as NoNodes

Known = dict[str, dict[str, Any]]
GONE = object()
# Days of our own work that a later check overwrites.
OVERWRITTEN = ("checked", "accessed")
# Lists of what was done on a day.
DATED = ("history", "searches")


def as_of(dataset: Dataset, day: datetime.date) -> Dataset:
    """The dataset as it was known on a day; nothing is read or written."""
    known: Known = {
        kind: {
            id_: record.model_dump(exclude_none=True)
            for id_, record in records.items()
            if _had_come(record, day)
        }
        for kind, records in dataset.records.items()
    }
    # What is lost may take along what refers to it, until nothing more is lost.
    while _prune(known, day):
        pass
    records: dict[str, dict[str, Any]] = {
        kind: {id_: _record(kind, plain, dataset) for id_, plain in plains.items()}
        for kind, plains in known.items()
    }
    records[Vocabulary.TYPE] = _words(records)
    documents = [record.document for kind in records.values() for record in kind.values()]
    return replace(
        dataset,
        records=records,
        documents=documents,
        findings=[],
        pages=[],
        about=_about(dataset, known, day),
        editions=_editions(dataset, day),
        tombstones=_tombstones(dataset, day),
    )


def _words(records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The vocabularies; of one that grows with the data, the terms that were in use."""
    used = {
        (mark.axis, value)
        for kind in records.values()
        for record in kind.values()
        for _path, value, mark in marked(record)
        if isinstance(mark, Term)
    }
    kept = {}
    for axis, vocabulary in records[Vocabulary.TYPE].items():
        named = {value for name, value in used if name == axis}
        groups = {
            group
            for id_ in named & vocabulary.terms.keys()
            for group in (vocabulary.terms[id_].state, vocabulary.terms[id_].broader)
        }
        terms = {id_: t for id_, t in vocabulary.terms.items() if id_ in named | groups}
        grows = vocabulary.closed == "false" and terms
        kept[axis] = vocabulary.model_copy(update={"terms": terms}) if grows else vocabulary
    return kept


def _had_come(record: Record, day: datetime.date) -> bool:
    if record.added is not None and _later(record.added, day):
        return False
    published = record.published if isinstance(record, Source) else None
    return published is None or parse(published).lo <= day


def _later(text: str, day: datetime.date) -> bool:
    try:
        return parse(text).lo > day
    except DateError:  # `date-format` reports it
        return False


def _prune(known: Known, day: datetime.date) -> bool:
    """Drop from every record what is not known; whether a whole record was lost."""
    lost = []
    for kind, plains in known.items():
        shape = shape_of(BY_TYPE[kind])
        for id_, plain in plains.items():
            kept = _model(plain, shape, known, day)
            if kept is GONE or not _is_valid(kind, kept):
                lost.append((kind, id_))
            else:
                plains[id_] = kept
    for kind, id_ in lost:
        del known[kind][id_]
    return bool(lost)


def _is_valid(kind: str, plain: Any) -> bool:
    try:
        BY_TYPE[kind].model_validate(plain)
    except ValidationError:
        return False
    return True


def _model(plain: Mapping[str, Any], shape: Shape, known: Known, day: datetime.date) -> Any:
    """The fields that are known; nothing if what the model rests on is lost as a whole."""
    kept: dict[str, Any] = {}
    rested = rests = False
    for name, value in plain.items():
        field = shape.fields.get(name, shape.item or Shape())
        pruned = day.isoformat() if name in OVERWRITTEN and _later(value, day) else value
        if name in DATED:
            pruned = tuple(entry for entry in value if not _later(entry["date"], day))
        pruned = _value(pruned, field, known, day)
        refers = _refers(field) and bool(value)
        rested, rests = rested or refers, rests or (refers and pruned is not GONE and bool(pruned))
        if pruned is GONE:
            if field.is_required:
                return GONE
            continue
        if name == "cites" and value and not pruned:
            return GONE
        kept[name] = pruned
    # A whole record stands by itself; a part of one, such as a reading, rests on what it names.
    is_part = shape.models and not issubclass(shape.models[0], Record)
    return GONE if is_part and rested and not rests and "cites" not in plain else kept


def _value(value: Any, shape: Shape, known: Known, day: datetime.date) -> Any:
    if isinstance(value, list | tuple):
        items = [_value(item, shape.item or Shape(), known, day) for item in value]
        return tuple(item for item in items if item is not GONE)
    if isinstance(value, Mapping):
        return _model(value, shape, known, day)
    for mark in shape.marks:
        if isinstance(mark, Ref) and value not in known.get(mark.to, {}):
            return GONE
        if isinstance(mark, ClaimRef) and not _has_claim(value, known):
            return GONE
        if isinstance(mark, ParagraphRef) and value.partition("#")[0] not in known["article"]:
            return GONE
        if isinstance(mark, Edtf) and mark.day and _later(value, day):
            return GONE
    return value


def _refers(shape: Shape) -> bool:
    return any(isinstance(mark, Ref | ClaimRef) for mark in shape.inner.marks)


def _has_claim(reference: str, known: Known) -> bool:
    element, _, claim_id = reference.partition("#")
    claims = known[Element.TYPE].get(element, {}).get("claims", ())
    return any(claim["id"] == claim_id for claim in claims)


def _record(kind: str, plain: dict[str, Any], dataset: Dataset) -> Record:
    """The record, with a text of its own to be told apart by."""
    record = BY_TYPE[kind].model_validate(plain)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    before: Record = dataset.records[kind][record.id]
    record._document = Document(before.document.path, text, NoNodes(START))
    return record


def _about(dataset: Dataset, known: Known, day: datetime.date) -> About:
    """What is said of the dossier, without the records that are not known."""
    plain = dataset.about.model_dump(exclude_none=True)
    kept = About.model_validate(_model(plain, shape_of(About), known, day))
    return dataset.about.model_copy(
        update={"landmarks": kept.landmarks, "side_by_side": kept.side_by_side}
    )


def _editions(dataset: Dataset, day: datetime.date) -> Editions | None:
    if dataset.editions is None:
        return None
    kept = tuple(e for e in dataset.editions.editions if not _later(e.date, day))
    return dataset.editions.model_copy(update={"editions": kept})


def _tombstones(dataset: Dataset, day: datetime.date) -> Tombstones | None:
    if dataset.tombstones is None:
        return None
    kept = tuple(s for s in dataset.tombstones.tombstones if not _later(s.date, day))
    return dataset.tombstones.model_copy(update={"tombstones": kept})
