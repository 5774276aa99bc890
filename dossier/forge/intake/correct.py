"""A correction from the answers of a form: one value changed, and a note of it in the history.

What a machine cannot judge (a page, a list, a field that is not named, words that are missing in
Russian) is handed to a person as it was proposed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from dossier.check.fixes import all_fixes
from dossier.dataset import Dataset
from dossier.forge.forms import Form
from dossier.forge.intake import lookup
from dossier.forge.intake.acceptance import accepted
from dossier.forge.intake.answers import Answers
from dossier.forge.intake.outcome import Mended, Outcome, Proposal, Refused, Trouble
from dossier.formatting import Refused as Unformatted
from dossier.formatting import emit, formatted, layout
from dossier.formatting.layout import Branch, Entry, Leaf
from dossier.model import Record, Source
from dossier.model.shape import shape_of

LONGEST_NOTE = 400
_STEP = re.compile(r"[a-z_]+|0|[1-9][0-9]?")
_KEPT = frozenset({"id", "history", "review", "checked"})


def corrected(form: Form, answers: Answers, dataset: Dataset, today: datetime.date) -> Outcome:
    """The corrected file, or the proposal for a person; raises `Refused`."""
    record = lookup.record(answers["record"], form.field("record"), dataset)
    cited = ""
    if "source" in answers:
        cited = lookup.source(answers["source"], form.field("source"), dataset)
    if record is None:
        return Proposal(form, "a_page", answers)
    if "field" not in answers:
        return Proposal(form, "no_field", answers)
    if "reason_ru" not in answers:
        if "reason_en" not in answers:
            raise Refused(Trouble("no_reason", form.field("reason_ru")))
        return Proposal(form, "reason_in_russian", answers)
    laid = layout.read(record.document.text)
    path = _path(answers["field"], form)
    leaf, text = _place(laid.root, path)
    if leaf is None:
        if text is None:
            raise Refused(_no_place(record, path, form))
        return Proposal(form, "not_one_value", answers)
    if path[0] in _KEPT or path[-1] == "id":
        return Proposal(form, "kept", answers)
    old = _both(leaf, text)
    _assure_current(answers, leaf.value, form)
    _assure_safe(answers, leaf.value, form)
    _change(leaf, text, path, answers)
    new = _both(leaf, text)
    if max(map(len, (*old.values(), *new.values()))) > LONGEST_NOTE:
        return Proposal(form, "too_long_for_history", answers)
    _note(laid.root, _entry(today, answers, old, new, cited))
    try:
        written = emit.emit(laid, shape_of(type(record)))
        content = formatted(written.encode(), type(record), tuple(all_fixes().values()))
    except Unformatted:
        return Proposal(form, "unusual_layout", answers)
    title = f"{record.id}: {answers['field']}"
    files = {f"{record.FOLDER}/{record.id}.yml": (content, form.fields)}
    return accepted(files, title, form, dataset, _moved(answers, record.id, cited, form))


def _moved(answers: Answers, record: str, source: str, form: Form) -> Iterator[Mended]:
    """The old ids that stand in the answers, with the ids of now."""
    for name, now in (("record", record), ("source", source)):
        given = answers.get(name, "")
        if "/" not in given and given != now:
            yield Mended(form.field(name), given, now)


def _path(answer: str, form: Form) -> tuple[str, ...]:
    steps = tuple(answer.split("."))
    if not all(_STEP.fullmatch(step) for step in steps):
        raise Refused(Trouble("no_path", form.field("field"), {"given": answer}))
    return steps


def _place(root: Branch, path: tuple[str, ...]) -> tuple[Leaf | None, Branch | None]:
    """The value at a path, and the text in two languages that it is one half of.

    A path that leads to a list or table gives only what is there.
    """
    node: Leaf | Branch = root
    above: Branch | None = None
    for step in path:
        if isinstance(node, Leaf):
            return None, None
        above = node
        names = [entry.key or str(number) for number, entry in enumerate(node.entries)]
        entry = node.entries[names.index(step)] if step in names else None
        if entry is None:
            return None, None
        node = entry.node
    if isinstance(node, Branch):
        return None, node
    return node, above if path[-1] in ("ru", "en") else None


def _no_place(record: Record, path: tuple[str, ...], form: Form) -> Trouble:
    values = {"given": ".".join(path), "path": record.document.path}
    return Trouble("no_place", form.field("field"), values)


def _both(leaf: Leaf, text: Branch | None) -> dict[str, str]:
    """The value in both languages; what has no language is the same in both."""
    if text is None:
        return {"ru": leaf.value, "en": leaf.value}
    return {e.key: e.node.value for e in text.entries if e.key and isinstance(e.node, Leaf)}


def _assure_current(answers: Answers, now: str, form: Form) -> None:
    old, wanted = answers.get("old"), answers["new"]
    if old and _bare(old) != _bare(now):
        raise Refused(Trouble("not_current", form.field("old"), {"now": now}))
    if _bare(wanted) == _bare(now):
        raise Refused(Trouble("same", form.field("new")))


def _assure_safe(answers: Answers, now: str, form: Form) -> None:
    """An address stays one that a reader may be sent to."""
    if "://" in now:
        lookup.assure_address(answers["new"], form.field("new"))


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" «»\"“”'’`").replace("\u00a0", " ")


def _change(leaf: Leaf, text: Branch | None, path: tuple[str, ...], answers: Answers) -> None:
    leaf.value = answers["new"]
    other = answers.get("other")
    if text is None or not other:
        return
    language = "en" if path[-1] == "ru" else "ru"
    entry = next((entry for entry in text.entries if entry.key == language), None)
    if entry is None:
        text.entries.append(Entry(language, Leaf(other)))
    else:
        entry.node = Leaf(other)


def _entry(
    today: datetime.date, answers: Answers, old: dict[str, str], new: dict[str, str], cited: str
) -> Branch:
    note = {"ru": answers["reason_ru"], "en": answers.get("reason_en", "")}
    fields: list[tuple[str, Leaf | Branch]] = [
        ("date", Leaf(today.isoformat())),
        ("kind", Leaf("correction")),
        ("note", _text(note)),
        ("old", _text(old)),
        ("new", _text(new)),
    ]
    if cited:
        fields.append((Source.TYPE, Leaf(cited)))
    return Branch(True, entries=[Entry(key, node) for key, node in fields])


def _text(text: dict[str, str]) -> Branch:
    return Branch(True, entries=[Entry(key, Leaf(value)) for key, value in text.items() if value])


def _note(root: Branch, entry: Branch) -> None:
    """Put the note at the end of the history."""
    history = next((candidate for candidate in root.entries if candidate.key == "history"), None)
    if history is None:
        history = Entry("history", Branch(False))
        root.entries.append(history)
    if isinstance(history.node, Branch):
        history.node.inline = False
        history.node.entries.append(Entry(None, entry))
