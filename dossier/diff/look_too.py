"""Where else to look: the sentences near each changed record that the change did not touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.dates.wording import describe
from dossier.diff import escape
from dossier.diff.model import Difference, RecordChange
from dossier.diff.passages import Passage
from dossier.diff.wording import Wording
from dossier.rendering.views.nearby import Nearby, Sentence

MOST = 6  # sentences of a record
MOST_RECORDS = 12
LONGEST = 240
MOST_LOOKED_AT = 100  # records: whoever changes more is not helped by sentences
KINDS = ("element", "source", "obligation", "assessment", "risk", "dispute", "question")
_DAY = re.compile(r"\d{1,2} [^\W\d]+")  # “27 January”, «27 января»
Found = tuple[str, str, tuple[Sentence, ...]]


def look_too(
    changes: Iterable[RecordChange], passages: Iterable[Passage], head: Dataset
) -> tuple[Found, ...]:
    """For each changed record its type, its id and what is near it, but not what changed itself."""
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
    found: list[Found] = []
    said: set[tuple[str, ...]] = set()
    for change in changed[:MOST_LOOKED_AT]:
        near = []
        for one in nearby.to(change.type, change.id):
            place = tuple(one.places.values())
            words = (*place, *one.texts.values())
            if words not in said and not touched & set(place) and not written & set(place):
                said.add(words)
                near.append(_with_old_day(one, change))
        if near:
            near.sort(key=lambda one: not one.is_marked)
            found.append((change.type, change.id, tuple(near)))
    return tuple(found)


def _with_old_day(one: Sentence, change: RecordChange) -> Sentence:
    """The sentence, marked where it tells the day that the record had before."""
    marked = dict(one.marked)
    for edit in change.edits:
        if edit.path[-1] != "date" or not isinstance(edit.old, str):
            continue
        with suppress(DateError):
            day = parse(edit.old)
            for language, text in one.texts.items():
                told = _DAY.search(describe(day, language).replace("\u00a0", " "))
                if told and told[0] in text.replace("\u00a0", " "):
                    marked[language] = (*marked.get(language, ()), told[0])
    return replace(one, marked=marked)


def look_too_lines(found: Difference, say: Wording) -> Iterator[str]:
    """The sentences record by record, what is marked first, both languages side by side."""
    for kind, id_, sentences in found.nearby[:MOST_RECORDS]:
        yield f"- {say.record(kind, id_)}"
        for one in sentences[:MOST]:
            yield "  - " + sentence_line(one, say)
        if len(sentences) > MOST:
            yield "  - " + say.words("more", number=len(sentences) - MOST)
    if len(found.nearby) > MOST_RECORDS:
        yield "- " + say.words("more", number=len(found.nearby) - MOST_RECORDS)


def sentence_line(one: Sentence, say: Wording) -> str:
    """A sentence with its place, why it is near, and what in it may no longer hold."""
    places = ", ".join(escape.code(place) for place in dict.fromkeys(one.places.values()))
    parts = []
    if one.answered:
        parts.append(f"**{say.words('near.answered', id=escape.code(one.about))}**")
    elif one.why != "cites":
        parts.append(say.words(f"near.{one.why}", id=escape.code(one.about)))
    if any(one.marked.values()):
        words = ", ".join(escape.plain(word) for word in one.marked.get(say.language, ()))
        key = "near.marked" if words else "near.marked_there"
        parts.append(f"**{say.words(key, words=words)}**")
    why = f" — {'; '.join(parts)}" if parts else ""
    return f"{places}: {say.both(one.texts, LONGEST)}{why}"
