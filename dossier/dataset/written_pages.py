"""Hand-written pages as the checks see them: their macro calls, text and paragraphs, with places.

A page is Markdown with macro calls in `{{ }}`. Jinja's own parser finds the calls, so that what
the checks read is what the build will run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes as syntax
from jinja2.meta import find_undeclared_variables

from dossier.language.words import LANGUAGES
from dossier.messages import Message, _
from dossier.parsing import documents
from dossier.parsing.documents import Document
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import START, Mapping, Mark

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLE = re.compile(r"^title:[ \t]*(.+)", re.MULTILINE)
# A beginning without an end reaches to the end of the page: looking for the end of each of many
# would take a time that grows with their square. Jinja refuses such a page.
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?(?:\{%-?\s*endraw\s*-?%\}|\Z)", re.DOTALL)
TAGS = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
ATTRIBUTES = re.compile(r"\{[ #.:][^{}\n]*\}")
LINK_TARGET = re.compile(r"\]\([^)\]\n]*\)")
HTML = re.compile(r"<[^<>\n]+>")
# After an item of a list, a definition or a footnote, four spaces continue it; eight are code.
CONTINUED = re.compile(r"\s*(?:[-*+:]|\d+\.|\[\^[^\]]+\]:)\s")
NOT_NEWLINE = re.compile(r"[^\n]")


class NotLiteralError(Exception):
    """An argument of a call that is not written out, so that it cannot be checked."""


@dataclass(frozen=True, slots=True)
class Call:
    """One macro call with arguments that are written out; a bare name is one without brackets."""

    name: str
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    mark: Mark
    is_bare: bool = False

    @property
    def first(self) -> Any:
        """The first argument, or None."""
        return self.arguments[0] if self.arguments else None


@dataclass(frozen=True, slots=True)
class PageSource:
    """One Markdown page. `document.path` is its path in the repository."""

    document: Document
    language: str
    name: str
    calls: tuple[Call, ...]
    error: tuple[Mark, str | Message] | None

    @property
    def title(self) -> str:
        """The title in the front matter, or the name of the page."""
        front = FRONT.match(self.document.text)
        match = TITLE.search(front[0]) if front else None
        return match[1].strip().strip("'\"") if match else self.name

    def prose(self) -> Iterator[tuple[Mark, str]]:
        """The lines that readers read, without front matter, code, calls and addresses."""
        bare = self._without(FRONT, RAW, CODE, TAGS, ATTRIBUTES, LINK_TARGET, HTML)
        for number, line in enumerate(bare.split("\n"), start=1):
            if line.strip():
                yield Mark(number, 1), line

    def paragraphs(self) -> Iterator[tuple[Mark, str]]:
        """The paragraphs as they are written, calls and all, without headings and lists of calls.

        Each comes with the place of its first line.
        """
        start = 1
        lines: list[str] = []
        text = blanked(self.document.text, FRONT)
        for number, line in enumerate([*text.split("\n"), ""], start=1):
            if line.strip():
                if not lines:
                    start = number
                lines.append(line)
            elif lines:
                block = "\n".join(lines)
                if not block.startswith(("#", "|", "```", "<")):
                    yield Mark(start, 1), block
                lines = []

    def markup(self) -> str:
        """The Markdown without front matter, code and calls, everything kept where it was."""
        lines = self._without(FRONT, RAW, CODE, TAGS).split("\n")
        indented, was_blank = 4, True
        for number, line in enumerate(self.document.text.split("\n")):
            blank = not line.strip()
            indent = len(line) - len(line.lstrip())
            if not blank and indent < 4:
                indented = 8 if CONTINUED.match(line) else 4
            elif was_blank and indent >= indented:
                lines[number], blank = " " * len(line), True
            was_blank = blank
        return "\n".join(lines)

    def _without(self, *patterns: re.Pattern[str]) -> str:
        text = self.document.text
        for pattern in patterns:
            text = blanked(text, pattern)
        return text


def read_pages(docs: Path) -> tuple[list[PageSource], list[Finding]]:
    """Every page below `docs/<language>/`, in a fixed order, and what may not stand in `docs/`.

    A page that is refused comes without text. Never raises for what the pages hold.
    """
    written = documents.find_written(docs)
    findings = written.findings
    paths = {documents.shown(path, docs): path for _, path in written.files}
    names = sorted({*paths, *(finding.path for finding in findings)})
    pages = []
    for language in LANGUAGES:
        start = f"{docs.absolute().name}/{language}/"
        for shown in (name for name in names if name.startswith(start) and name.endswith(".md")):
            text = ""
            try:
                if shown in paths:
                    text = paths[shown].read_text(encoding="utf-8", errors="replace")
            except OSError as error:
                findings.append(documents.unreadable(shown, error))
            pages.append(_page(shown, language, shown.removeprefix(start), text))
    return pages, findings


@lru_cache(maxsize=1024)  # most are the same when they are asked for again
def _page(path: str, language: str, name: str, text: str) -> PageSource:
    document = Document(path, text, Mapping(START))
    try:
        calls = tuple(_calls(text))
    except jinja2.TemplateSyntaxError as error:
        mark = Mark(error.lineno, 1)
        return PageSource(document, language, name, (), (mark, error.message or ""))
    except RecursionError:
        reason = (START, _("it is nested too deeply"))
        return PageSource(document, language, name, (), reason)
    return PageSource(document, language, name, calls, None)


def _calls(text: str) -> Iterator[Call]:
    lines = text.split("\n")
    seen: dict[tuple[int, str], int] = {}
    tree = jinja2.Environment(autoescape=True).parse(text)
    called = {id(node.node) for node in tree.find_all(syntax.Call)}
    names = tree.find_all(syntax.Name)
    bare_names = [name for name in names if id(name) not in called and name.name != "none"]
    # Jinja compiles the page for this, and few pages need it.
    free = find_undeclared_variables(tree) if bare_names else frozenset()
    for bare in bare_names:
        if bare.name in free:  # `{{ name }}`, which the build looks up
            line = lines[bare.lineno - 1] if bare.lineno <= len(lines) else ""
            mark = Mark(bare.lineno, max(line.find(bare.name), 0) + 1)
            yield Call(bare.name, (), {}, mark, is_bare=True)
    for node in tree.find_all(syntax.Call):
        if not isinstance(node.node, syntax.Name):
            continue
        name, number = node.node.name, node.lineno
        line = lines[number - 1] if number <= len(lines) else ""
        start = seen.get((number, name), 0)
        column = line.find(f"{name}(", start)
        seen[number, name] = column + 1
        mark = Mark(number, max(column, 0) + 1)
        try:
            yield Call(
                name,
                tuple(_value(argument) for argument in node.args),
                {keyword.key: _value(keyword.value) for keyword in node.kwargs},
                mark,
            )
        except NotLiteralError:
            continue


def _value(node: syntax.Expr) -> Any:
    if isinstance(node, syntax.Const):
        return node.value
    if isinstance(node, syntax.Name) and node.name == "none":
        return None
    raise NotLiteralError


@lru_cache(maxsize=4096)  # several rules ask the same of every page
def blanked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with what the pattern finds blanked out, everything else kept where it was."""
    return pattern.sub(lambda match: NOT_NEWLINE.sub(" ", match[0]), text)
