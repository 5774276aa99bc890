"""Fixes: what a machine can mend, each under the name of the rule that reports it.

A module `fixes/<name>.py` beside `rules/<name>.py` holds `fix(value, marks, path)`, which returns
the string mended, or as it was where a person must decide. A fix is idempotent, and what it has
mended its rule reports no longer.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from dossier.formatting import Fix
from dossier.model.annotations import Mark, Prose
from dossier.parsing.nodes import Path

# What is invisible parts letters that belong together, so that these two come first.
FIRST = ("hidden-characters", "unicode-nfc")


@cache
def all_fixes() -> dict[str, Fix]:
    """Every fix by the id of its rule, in the order in which they are applied."""
    fixes: dict[str, Fix] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        fixes[info.name.replace("_", "-")] = module.fix
    return {rule: fixes[rule] for rule in (*FIRST, *sorted(fixes.keys() - set(FIRST)))}


def is_prose(marks: tuple[Mark, ...], path: Path, language: str) -> bool:
    """Whether the value is a text of the dossier's own in this language."""
    return path[-1] == language and any(isinstance(mark, Prose) for mark in marks)


def until_settled(text: str, step: Callable[[str], str]) -> str:
    """The text after as many steps as change it."""
    while (changed := step(text)) != text:
        text = changed
    return text
