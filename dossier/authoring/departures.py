"""A record renamed, merged into another or retracted: all that follows from it, in one change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.authoring import references
from dossier.authoring.changeset import Changeset
from dossier.authoring.ids import assure_free
from dossier.authoring.skeleton import SkeletonError
from dossier.dataset import Dataset
from dossier.formatting import Refused
from dossier.messages import Message, _
from dossier.model import BY_TYPE, ONE_FILE, Record, Source, Tombstones
from dossier.model.naming import title_in
from dossier.model.tombstone import Tombstone
from dossier.rendering.mentions import replaced

# How a record that loses its support, or takes another one in, tells its readers.
MERGED = {
    "ru": "Сюда вошла запись «{title}». {why}",
    "en": "The record “{title}” was merged in. {why}",
}
RETRACTED = {
    "ru": "Снята ссылка на «{title}». {why}",
    "en": "The reference to “{title}” was taken out. {why}",
}
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in both languages, and the day of the change."""

    ru: str
    en: str
    day: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and what only a person can settle."""

    changes: Changeset
    left: tuple[Message, ...]


def rename(dataset: Dataset, kind: str, old: str, new: str, why: Reason) -> Plan:
    """The record `old` gets the id `new`. Raises `SkeletonError` for ids that cannot be."""
    record = _existing(dataset, kind, old)
    assure_free(new, BY_TYPE[kind], dataset)
    plan = _Planning(dataset, kind, old)
    plan.everywhere(lambda text, model: references.named(text, model, kind, old, new))
    plan.pages(new)
    text = plan.changes.now(record.document.path)
    plan.changes.put(record.document.path, None)
    folder = record.document.path.rpartition("/")[0]
    plan.changes.put(f"{folder}/{new}.yml", references.with_id(text, BY_TYPE[kind], new))
    plan.tombstone("moved", (new,), why)
    return plan.result()


def merge(dataset: Dataset, kind: str, old: str, into: str, why: Reason) -> Plan:
    """The record `old` goes, and what referred to it refers to `into`."""
    record, heir = _existing(dataset, kind, old), _existing(dataset, kind, into)
    if old == into:
        raise SkeletonError(f"`{old}` cannot be merged into itself")
    plan = _Planning(dataset, kind, old)
    plan.everywhere(
        lambda text, model: references.named(text, model, kind, old, into),
        {heir.document.path: lambda t, m: references.named(t, m, kind, old, into, own=into)},
    )
    plan.pages(into)
    plan.changes.put(record.document.path, None)
    plan.note(heir, "update", MERGED, record, why)
    kept = {claim.id for claim in getattr(heir, "claims", ())}
    message = _("the claim `{claim}` of `{old}` goes: copy it into `{into}` first if it is to stay")
    for claim in getattr(record, "claims", ()):
        if claim.id not in kept:
            plan.left.append(message.given(claim=claim.id, old=old, into=into))
    plan.tombstone("merged", (into,), why)
    return plan.result()


def retract(dataset: Dataset, kind: str, old: str, why: Reason) -> Plan:
    """The record `old` goes, with the references to it."""
    record = _existing(dataset, kind, old)
    plan = _Planning(dataset, kind, old)
    leaning = plan.everywhere(lambda text, model: references.without(text, model, kind, old))
    for name in leaning:
        owner = next(holder for holder in dataset.all_records() if holder.document.path == name)
        if isinstance(record, Source) and owner.document.path != record.document.path:
            plan.note(owner, "update", RETRACTED, record, why)
    for page in dataset.pages:
        title = title_in(record, page.language)
        text, lines = references.unlinked(page.document.text, kind, old, title)
        plan.changes.put(page.document.path, text)
        message = _("{path}, line {line}: a call names `{id}`, and only a person can mend it")
        plan.left += [message.given(path=page.document.path, line=line, id=old) for line in lines]
    plan.changes.put(record.document.path, None)
    plan.tombstone("retracted", (), why)
    return plan.result()


def _existing(dataset: Dataset, kind: str, id_: str) -> Record:
    record: Record | None = dataset.records[kind].get(id_)
    if record is None:
        now = dataset.id_now(kind, id_)
        near = f"; it is `{now}` now" if now != id_ else ""
        raise SkeletonError(f"there is no {kind} `{id_}` that can be read{near}")
    return record


class _Planning:
    """A plan that grows file by file."""

    def __init__(self, dataset: Dataset, kind: str, old: str) -> None:
        self.dataset, self.kind, self.old = dataset, kind, old
        self.changes = Changeset(dataset.data.absolute().parent)
        self.left: list[Message] = []

    def result(self) -> Plan:
        return Plan(self.changes, tuple(self.left))

    def everywhere(
        self,
        change: Callable[[str, type[Record]], str],
        others: dict[str, Callable[[str, type[Record]], str]] | None = None,
    ) -> list[str]:
        """Change every file of data that refers to the record; returns their paths."""
        changed = []
        read = {record.document.path: type(record) for record in self.dataset.all_records()}
        for document in self.dataset.documents:
            path, model = document.path, read.get(document.path)
            if self.old not in document.text:
                continue
            if model is None or model is Tombstones:
                if model is None:
                    message = _("{path} cannot be read: look for `{id}` in it yourself")
                    self.left.append(message.given(path=path, id=self.old))
                continue
            if (self.kind, self.old) not in self._named_by(path):
                continue
            try:
                self.changes.put(path, (others or {}).get(path, change)(document.text, model))
            except Refused as reason:
                raise SkeletonError(f"{path} cannot be rewritten: {reason}") from None
            changed.append(path)
        return changed

    def _named_by(self, path: str) -> set[tuple[str, str]]:
        uses = self.dataset.uses.get((self.kind, self.old), ())
        return {(self.kind, self.old) for use in uses if use.record.document.path == path}

    def pages(self, new: str) -> None:
        """Have the written pages name another record."""
        meant = (self.kind, self.old)
        for page in self.dataset.pages:
            text = replaced(
                page.document.text, lambda kind, id_: new if (kind, id_) == meant else id_
            )
            self.changes.put(page.document.path, text)

    def note(
        self, owner: Record, change: str, wording: dict[str, str], record: Record, why: Reason
    ) -> None:
        """Add a change note to a record."""
        note = {}
        for language, words in wording.items():
            text = words.format(title=title_in(record, language), why=getattr(why, language))
            note[language] = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
        path = owner.document.path
        entry = {"date": why.day, "kind": change, "note": note}
        text = references.with_entry(self.changes.now(path), type(owner), "history", entry)
        self.changes.put(path, text)

    def tombstone(self, fate: str, to: tuple[str, ...], why: Reason) -> None:
        """Leave a tombstone, and have the earlier ones that led to the record lead on."""
        path = f"{self.dataset.data.absolute().name}/{_file_of(Tombstones)}"
        owner = self.dataset.tombstones
        stones = list(owner.tombstones) if owner else []
        if any((stone.type, stone.id) == (self.kind, self.old) for stone in stones):
            raise SkeletonError(f"`{self.old}` has a tombstone already: delete it first")
        text = self.changes.now(path) or "id: tombstones\ntombstones: []\n"
        for number, stone in enumerate(stones):
            if stone.type == self.kind and self.old in stone.to:
                text = _led_on(text, number, stone, self.old, to, why)
        entry: dict[str, object] = {"type": self.kind, "id": self.old, "fate": fate}
        if to:
            entry["to"] = list(to)
        entry |= {"date": why.day, "reason": {"ru": why.ru, "en": why.en}}
        self.changes.put(path, references.with_entry(text, Tombstones, "tombstones", entry))


def _led_on(
    text: str, number: int, stone: Tombstone, old: str, to: tuple[str, ...], why: Reason
) -> str:
    """The tombstones with one of them leading where the record went that it led to."""
    ends = tuple(dict.fromkeys(e for id_ in stone.to for e in (to if id_ == old else (id_,))))
    fields: dict[str, object] = {"type": stone.type, "id": stone.id, "fate": stone.fate}
    if not ends:
        fields |= {"fate": "retracted", "date": why.day, "reason": {"ru": why.ru, "en": why.en}}
    else:
        if stone.fate == "split" and len(ends) == 1:
            fields["fate"] = "merged"
        reason = stone.reason.model_dump(exclude_none=True)
        fields |= {"to": list(ends), "date": stone.date, "reason": reason}
    return references.with_item(text, Tombstones, "tombstones", number, fields)


def _file_of(model: type[Record]) -> str:
    return next(name for name, record_type in ONE_FILE.items() if record_type is model)
