"""The menus of the site as the checks see them: which pages each configuration names, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from dossier.messages import _
from dossier.parsing.documents import Document, content
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import Mapping, Mark

CONFIGS = {"ru": "mkdocs.yml", "en": "mkdocs.en.yml"}


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of one language: its entries with their places, and what needs no entry."""

    document: Document
    language: str
    entries: dict[str, Mark] = field(default_factory=dict)
    unlisted: frozenset[str] = frozenset()


def read_menus(base: Path) -> tuple[list[Menu], list[Finding]]:
    """The menus that stand in a folder; none where no site is configured, as in tests."""
    menus, findings = [], []
    unlisted: frozenset[str] = frozenset()
    for language, name in CONFIGS.items():
        path = base / name
        if not path.is_file():
            continue
        raw = content(path, base / "data")
        if isinstance(raw, Finding):
            findings.append(raw)
            continue
        text = raw.decode("utf-8", errors="replace")
        try:
            root = yaml.compose(text, yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            place = error.problem_mark
            line, column = (place.line + 1, place.column + 1) if place else (1, 1)
            message = _("the configuration cannot be read: {reason}", reason=error.problem or "")
            remedy = _("mend the line; a look at the lines above it often helps")
            findings.append(Finding(name, line, column, "page-menu", message, remedy))
            continue
        settings = _settings(root)
        if isinstance(hidden := settings.get("not_in_nav"), yaml.ScalarNode):
            unlisted = frozenset(line.strip().lstrip("/") for line in hidden.value.split("\n"))
        entries = dict(_entries(settings.get("nav")))
        menus.append(Menu(Document(name, text, Mapping(Mark(1, 1))), language, entries, unlisted))
    return menus, findings


def _settings(root: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, Mark]]:
    """Every page that a menu names, sections included."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield node.value, Mark(node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            yield from _entries(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
