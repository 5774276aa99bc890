"""What a record said before a change, in the words in which a sentence may still say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.dates.in_prose import wordings
from dossier.diff.fates import CARE
from dossier.diff.model import NEW_FACT, RecordChange
from dossier.diff.tree import REORDERED, Edit, Value, is_text
from dossier.language.words import LANGUAGES
from dossier.model import BY_TYPE
from dossier.model.annotations import Edtf, Term
from dossier.model.shape import Shape, shape_of
from dossier.rendering.views.nearby import Former
from dossier.rendering.views.sentences import numbers_in

LONGEST = 60  # characters of a text that a sentence may repeat whole
_UNSAID = CARE | {"cites", "id", REORDERED}  # steps to what no sentence of a page repeats
# A value with its shape, and what stands in its place now, if anything.
Replaced = tuple[Value, Value, Shape]


def former_of(change: RecordChange, head: Dataset) -> Former:
    """What the edits of a record took away; a new fact may change any number nearby."""
    root = shape_of(BY_TYPE[change.type])
    gone = [one for edit in change.edits for one in _replaced(edit, root)]
    patterns: dict[str, re.Pattern[str]] = {}
    numbers: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        said = [pattern for one in gone for pattern in _patterns(one, language, head)]
        patterns |= {language: re.compile("|".join(said))} if said else {}
        numbers[language] = frozenset(n for one in gone for n in _numbers(one, language))
    counts = change.fate == "added" or NEW_FACT in change.natures
    return Former(patterns, numbers, counts)


def _replaced(edit: Edit, root: Shape) -> Iterator[Replaced]:
    """The single values that an edit took away; of an entry that went, each of its fields."""
    if edit.old is not None and not edit.follows and _UNSAID.isdisjoint(edit.path):
        yield from _single(edit.old, edit.new, root.at(edit.path))


def _single(old: Value, new: Value, shape: Shape) -> Iterator[Replaced]:
    if isinstance(old, dict) and not is_text(old):
        for key in old.keys() - _UNSAID:
            yield from _single(old[key], None, shape.below(key))
    elif isinstance(old, list):
        for item in old:
            yield from _single(item, None, shape.below(0))
    else:
        yield old, new, shape


def _patterns(gone: Replaced, language: str, head: Dataset) -> Iterator[str]:
    """Patterns of the wordings of a value: a date, the label of a term, a short text."""
    old, new, shape = gone
    if is_text(old):
        if (text := _in(old, language)) and text != _in(new, language) and len(text) <= LONGEST:
            yield _whole(text)
        return
    for mark in shape.marks:
        if isinstance(mark, Edtf):
            with suppress(DateError):
                yield from wordings(parse(old), parse(new) if new else None, language)
        elif isinstance(mark, Term) and (term := head.terms(mark.axis).get(old)):
            yield _whole(term.label.in_language(language))


def _whole(text: str) -> str:
    return rf"(?<!\w)(?i:{re.escape(text)})(?!\w)"


def _numbers(gone: Replaced, language: str) -> set[str]:
    """The numbers of a text that it has no longer, or a whole number itself."""
    old, new, shape = gone
    if is_text(old):
        return set(numbers_in(_in(old, language))) - set(numbers_in(_in(new, language)))
    return {str(old)} if int in shape.plain else set()


def _in(text: Value, language: str) -> str:
    return str(text.get(language, "")) if is_text(text) else ""
