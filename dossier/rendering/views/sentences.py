"""Sentences as they are read: those of a page with their lines, those of a record's texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dossier.dataset.written_pages import FRONT, PageSource, blanked
from dossier.dates import months
from dossier.language.words import LANGUAGES
from dossier.model import Record, Text

_END = re.compile(r"(?<=[.!?…])\s+(?=[\"«“({\[]*[A-ZА-ЯЁ{])")
_BLOCK = re.compile(r"(\n[ \t]*\n|\n(?=[|#>*-]|[ \t]*\d{1,2}[.)][ \t]))")
_ITEM = re.compile(r"\A\s*\d{1,2}[.)](?=\s)")  # the number of an item of a list
_NUMBER = re.compile(r"(?<![\w./-])\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?![\d/-])")
# What may stand between a day and its month: “22 and 25 November”.
_DAYS = re.compile(r"(?:\s*(?:и|and|or|или|,|–)\s*\d{1,2})*\s*(\w*)")
# Names, which say nothing that could go stale.
_NAMES = frozenset({"title", "instrument", "article", "label", "name", "role", "affiliation", "by"})


def numbers_in(text: str) -> list[str]:
    """The numbers of a sentence that are no years and no days of a month."""
    return [match[0] for match in _NUMBER.finditer(text) if not _is_date(match)]


def _is_date(number: re.Match[str]) -> bool:
    """Whether a number is a year, or the day of a month."""
    if number[0].isdigit() and 1900 <= int(number[0]) <= 2099:
        return True
    after = _DAYS.match(number.string, number.end())
    return after is not None and after[1].lower() in months.NUMBERS


def of_page(page: PageSource) -> Iterator[tuple[int, str]]:
    """The sentences of a page as they are written, each with the line that it begins on."""
    line = 1
    for block in _BLOCK.split(blanked(page.document.text, FRONT)):
        place = 0
        block = blanked(block, _ITEM)
        for end in (*(match.span() for match in _END.finditer(block)), (len(block), len(block))):
            sentence = block[place : end[0]]
            if sentence.strip():
                lead = len(sentence) - len(sentence.lstrip())
                yield line + sentence.count("\n", 0, lead), sentence.strip()
            line += block.count("\n", place, end[1])
            place = end[1]


def of_texts(value: Any) -> Iterator[dict[str, str]]:
    """Every sentence of a record's own texts, the languages paired; not its change notes."""
    if isinstance(value, Text):
        yield from _paired(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from of_texts(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            if name != "history" and name not in _NAMES:
                yield from of_texts(getattr(value, name))


def around(record: Record, path: tuple[str | int, ...]) -> Iterator[dict[str, str]]:
    """The texts of the smallest part of a record that holds a reference and has texts."""
    owners: list[Any] = [record]
    for step in path[:-1]:
        owners.append(owners[-1][step] if isinstance(step, int) else getattr(owners[-1], step))
    for owner in reversed(owners):
        fields = getattr(type(owner), "model_fields", {})
        names = [name for name in fields if name not in _NAMES]
        texts = [value for name in names if isinstance(value := getattr(owner, name), Text)]
        if texts and "history" not in path:
            for text in texts:
                yield from _paired(text)
            return


def _paired(text: Text) -> Iterator[dict[str, str]]:
    ru, en = _END.split(text.ru), _END.split(text.en or "")
    if len(ru) == len(en):
        for pair in zip(ru, en, strict=True):
            yield dict(zip(LANGUAGES, pair, strict=True))
    else:
        yield {"ru": text.ru} | ({"en": text.en} if text.en else {})
