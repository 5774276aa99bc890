"""What differs between two records, field by field.

Entries of a list are known by what names them (an id, the source that is cited, the element that
is meant), so that an entry put in above others changes nothing about them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Value = Any  # what JSON can hold
Path = tuple[str, ...]

REORDERED = "(order)"  # the last step of the path when a list only has another order
_NAMES = ("id", "source", "element", "obligation", "assessment", "date", "value")


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: the path of a value, the old value and the new one; None for no value.

    `follows` names a merged or split record and its heir where the edit only swaps one for the
    other.
    """

    path: Path
    old: Value
    new: Value
    follows: tuple[str, str] | None = None

    @property
    def kind(self) -> str:
        """Whether the value was added, removed or changed."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"

    @property
    def is_translation(self) -> bool:
        """Whether all that happened is that English was added or improved."""
        return (
            isinstance(self.old, dict)
            and isinstance(self.new, dict)
            and is_text(self.new)
            and self.old.get("ru") == self.new.get("ru")
        )


def is_text(value: Value) -> bool:
    """Whether the value is one text in Russian and English.

    A table of languages has these keys too, and no strings below them.
    """
    if not isinstance(value, dict) or not {"ru"} <= value.keys() <= {"ru", "en"}:
        return False
    return all(isinstance(text, str) for text in value.values())


def edits(old: Value, new: Value, path: Path = ()) -> Iterator[Edit]:
    """Every difference between two values, in the order of the new one."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and not (is_text(old) or is_text(new)):
        yield from _of_tables(old, new, path)
    elif isinstance(old, list) and isinstance(new, list):
        before, after = _named(old, new), _named(new, old)
        if before.keys() == after.keys() and list(before) != list(after):
            yield Edit((*path, REORDERED), list(before), list(after))
        yield from _of_tables(before, after, path)
    else:
        yield Edit(path, old, new)


def renamed_in(value: Value, moved: dict[str, str]) -> Value:
    """The value with references to ids that moved leading to the new ids."""
    if isinstance(value, list):
        return [renamed_in(item, moved) for item in value]
    if isinstance(value, dict) and not is_text(value):
        return {key: renamed_in(item, moved) for key, item in value.items()}
    if isinstance(value, str):
        id_, sign, claim = value.partition("#")
        return moved.get(id_, id_) + sign + claim
    return value


def _of_tables(old: dict[str, Value], new: dict[str, Value], path: Path) -> Iterator[Edit]:
    for key in [*new, *(key for key in old if key not in new)]:
        if key not in old:
            yield from _whole(new[key], (*path, key), added=True)
        elif key not in new:
            yield from _whole(old[key], (*path, key), added=False)
        else:
            yield from edits(old[key], new[key], (*path, key))


def _whole(value: Value, path: Path, added: bool) -> Iterator[Edit]:
    """A value that came or went; a list of entries came or went entry by entry."""
    if isinstance(value, list):
        for name, item in _named(value, []).items():
            yield from _whole(item, (*path, name), added)
    else:
        yield Edit(path, *((None, value) if added else (value, None)))


def _named(items: list[Value], others: list[Value]) -> dict[str, Value]:
    """The entries of a list under their names; equal names are told apart by a number."""
    named: dict[str, Value] = {}
    for item in items:
        name = base = _name(item, [*items, *others])
        number = 2
        while name in named:
            name, number = f"{base} ({number})", number + 1
        named[name] = item
    return named


def _name(item: Value, all_items: list[Value]) -> str:
    if not isinstance(item, dict):
        return str(item)
    if is_text(item):
        return str(item["ru"])
    key = next((key for key in _NAMES if key in item), None)
    if key is None:
        label = item.get("name") or item.get("text")
        return str(label["ru"]) if isinstance(label, dict) and is_text(label) else "entry"
    name = str(item[key])
    if key == "source" and "locator" in item:
        alike = [i for i in all_items if isinstance(i, dict) and i.get(key) == item[key]]
        if len({i.get("locator") for i in alike}) > 1 and len(alike) > 2:
            name += f", {item['locator']}"
    return f"{item['type']} {name}" if key == "id" and "fate" in item else name
