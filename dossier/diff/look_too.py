"""Where else to look: the sentences near each changed record that the change did not touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.dataset import Dataset
from dossier.diff import escape
from dossier.diff.model import Near, RecordChange
from dossier.diff.old_values import former_of
from dossier.diff.passages import Passage
from dossier.diff.wording import Wording
from dossier.rendering.views.nearby import Nearby, Sentence

MOST = 6  # sentences of a record
MOST_RECORDS = 12
LONGEST = 240
MOST_LOOKED_AT = 100  # records: whoever changes more is not helped by sentences
KINDS = ("element", "source", "obligation", "assessment", "risk", "dispute", "question")


def look_too(
    changes: Iterable[RecordChange], passages: Iterable[Passage], head: Dataset
) -> tuple[Near, ...]:
    """What is near each changed record, but for what changed itself."""
    changed = [
        change
        for change in changes
        if change.type in KINDS
        and change.id in head.records[change.type]
        and (change.fate == "added" or any(edit.path[0] != "checked" for edit in change.edits))
    ]
    touched = {head.records[change.type][change.id].document.path for change in changed}
    written = {
        f"docs/{language}/{passage.page}:{line}"
        for passage in passages
        for language, line in passage.line.items()
    }
    nearby = Nearby(head)
    nearby_all: list[Near] = []
    said: set[tuple[str, ...]] = set()
    for change in changed[:MOST_LOOKED_AT]:
        near = []
        for one in nearby.to(change.type, change.id, former_of(change, head)):
            place = tuple(one.places.values())
            words = (*place, *one.texts.values())
            is_new = one.says_old or words not in said
            if is_new and touched.isdisjoint(place) and written.isdisjoint(place):
                said.add(words)
                near.append(one)
        if near:
            nearby_all.append(Near(change.type, change.id, tuple(near)))
    return tuple(nearby_all)


def look_too_lines(nearby: tuple[Near, ...], say: Wording) -> Iterator[str]:
    """The sentences record by record, what is marked first, both languages side by side."""
    for kind, id_, sentences in nearby[:MOST_RECORDS]:
        yield f"- {say.record(kind, id_)}"
        for one in sentences[:MOST]:
            yield "  - " + sentence_line(one, say)
        yield from say.rest(sentences, MOST, "  ")
    yield from say.rest(nearby, MOST_RECORDS)


def sentence_line(one: Sentence, say: Wording) -> str:
    """A sentence with its place, why it is near, and what in it may no longer hold."""
    places = ", ".join(escape.code(place) for place in dict.fromkeys(one.places.values()))
    parts = []
    if one.answered:
        parts.append(f"**{say.words('near.answered', id=escape.code(one.about))}**")
    elif one.why != "cites":
        parts.append(say.words(f"near.{one.why}", id=escape.code(one.about)))
    if one.says_old:
        words = one.old.get(say.language) or next(filter(None, one.old.values()))
        parts.append(f"**{say.words('near.old', words=_listed(words))}**")
    if any(one.marked.values()):
        shown = _listed(one.marked.get(say.language, ()))
        key = "near.marked" if shown else "near.marked_there"
        parts.append(f"**{say.words(key, words=shown)}**")
    why = f" — {'; '.join(parts)}" if parts else ""
    return f"{places}: {say.both(one.texts, LONGEST)}{why}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(escape.plain, words))
