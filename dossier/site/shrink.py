"""Takes out of the theme's sheet what no page can use: two thirds of it are for other features.

A rule goes only if it cannot match: it asks for a class that stands on no page and that no script
names. A custom property goes only if no sheet and no script refers to it. What the pages and
scripts use decides, so a feature that is switched on brings its rules with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2

from dossier.rendering.theme import SHEET
from dossier.site.used import WORD, Used

REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
GROUPS = frozenset({"media", "supports", "layer", "container"})


def shrink_sheets(site: Path, use: Used) -> None:
    """Shrink the theme's sheet of each language below `site`."""
    sheets = [path for path in (site / SHEET, site / "en" / SHEET) if path.exists()]
    names = use.classes.union(
        *(WORD.findall(path.read_text("utf-8", errors="replace")) for path in site.rglob("*.js"))
    )
    others = "".join(path.read_text("utf-8") for path in site.rglob("*.css") if path not in sheets)
    shrunk_css: dict[str, str] = {}
    for path in sheets:
        css = path.read_text("utf-8")
        if css not in shrunk_css:
            shrunk_css[css] = shrunk(css, names, others)
        path.write_text(shrunk_css[css], encoding="utf-8")


def shrunk(css: str, used: set[str], others: str = "") -> str:
    """The sheet without what cannot match; `others` are the sheets and scripts beside it."""
    while True:
        referred = {*REFERENCE.findall(css + others), *used}
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        fewer = _kept(rules, used, referred)
        if len(fewer) >= len(css):
            return css
        css = fewer


def _kept(rules: Iterable[Any], used: set[str], referred: set[str]) -> str:
    parts = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _selectors(rule.prelude) if _classes(part) <= used]
            body = _body(rule.content, referred) if selectors else ""
            if body:
                names = ",".join(tinycss2.serialize(part).strip() for part in selectors)
                parts.append(f"{names}{{{body}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in GROUPS and rule.content:
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            if body := _kept(inside, used, referred):
                head = tinycss2.serialize(rule.prelude).strip()
                parts.append(f"@{rule.at_keyword} {head}{{{body}}}")
        else:
            parts.append(rule.serialize())
    return "".join(parts)


def _selectors(prelude: list[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _classes(selector: list[Any]) -> set[str]:
    """The classes that a match must have; what stands in `:not(…)` and its like is left aside."""
    return {
        after.value
        for token, after in pairwise(selector)
        if token.type == "literal" and token.value == "." and after.type == "ident"
    }


def _body(content: list[Any], referred: set[str]) -> str:
    text: str = tinycss2.serialize(content).strip()
    if "--" not in text:
        return text
    declarations = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        declaration.serialize()
        for declaration in declarations
        if declaration.type != "declaration"
        or not declaration.name.startswith("--")
        or declaration.name in referred
    )
