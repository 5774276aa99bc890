"""Babel's extraction methods for the engine's messages (`[tool.babel]` in pyproject.toml)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, BinaryIO

import yaml

Extracted = tuple[int, str, tuple[str, ...], list[str]]


def of_code(file: BinaryIO, keywords: Any, tags: Any, options: Any) -> Iterator[Extracted]:
    """Calls of `_` and `ngettext`, what fields of records mean, and what a rule's docstring asks.

    ValueError for a message that is put together where it is called.
    """
    tree = ast.parse(file.read())
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    summary = ast.get_docstring(tree)
    if summary and "WHY" in names:
        yield 1, "_", (summary,), []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = _texts(node, node.func.id)
            if texts:
                yield node.lineno, "ngettext" if len(texts) > 1 else "_", texts, []


def _texts(call: ast.Call, function: str) -> tuple[str, ...]:
    if function == "Field":
        pieces = [keyword.value for keyword in call.keywords if keyword.arg == "description"]
    else:
        pieces = call.args[: {"_": 1, "ngettext": 2}.get(function, 0)]
    texts = [piece.value for piece in pieces if isinstance(piece, ast.Constant)]
    if len(texts) < len(pieces):
        raise ValueError(f"line {call.lineno}: a message is one text, its values named beside it")
    return tuple(str(text) for text in texts)


def of_rules(file: BinaryIO, keywords: Any, tags: Any, options: Any) -> Iterator[Extracted]:
    """The texts of the rules that have no module."""
    for texts in yaml.safe_load(file).values():
        yield 1, "_", (texts["summary"],), []
        yield 1, "_", (texts["why"],), []
