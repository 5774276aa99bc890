"""Findings as people and machines read them: on a terminal, on GitHub, as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.language.words import Words
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import LINE_BREAK

if TYPE_CHECKING:
    from dossier.check.rules import Rule

WIDTH = 100

Paint = Callable[[str, str], str]


def plain(text: str, role: str) -> str:
    """No colour, whatever the role of the text."""
    del role
    return text


def as_text(
    findings: Iterable[Finding], base: Path, language: str = "en", paint: Paint = plain
) -> Iterator[str]:
    """Each finding with its place, the source line, a caret and what helps.

    `base` is the folder that the findings' paths start from; `paint` colours a piece of text.
    """
    words = Words(language)
    lines: dict[str, list[str]] = {}
    for finding in findings:
        message, remedy = _printed(finding, language)
        place = printable(f"{finding.path}:{finding.line}:{finding.column}")
        kind = f"{words('severity.' + finding.severity)}[{finding.rule}]"
        yield f"{paint(place, 'place')}: {paint(kind, finding.severity)}: {message}"
        if finding.path not in lines:
            lines[finding.path] = _lines(base / finding.path)
        if finding.line <= len(lines[finding.path]):
            text, caret = _window(lines[finding.path][finding.line - 1], finding.column)
            gutter = f"{finding.line:>5} | "
            yield gutter + text
            yield " " * (len(gutter) - 2) + "| " + " " * caret + paint("^", finding.severity)
        yield f"  {paint(words('report.help'), 'help')}: {remedy}"
        yield ""


def as_github(findings: Iterable[Finding], language: str = "en") -> Iterator[str]:
    """Each finding as a workflow command, which GitHub shows on the very line."""
    help_ = Words(language)("report.help")
    for finding in findings:
        title = _escape_property(finding.rule)
        path = _escape_property(printable(finding.path))
        message = _escape(f"\n{help_}: ".join(_printed(finding, language)))
        yield (
            f"::{finding.severity} file={path},line={finding.line},col={finding.column},"
            f"title={title}::{message}"
        )


def as_json(findings: Iterable[Finding], language: str = "en") -> str:
    """All findings as a JSON list of objects with the fields of `Finding`."""
    objects = [
        {
            **asdict(finding),
            "message": finding.message.in_language(language),
            "remedy": finding.remedy.in_language(language),
        }
        for finding in findings
    ]
    text = json.dumps(objects, ensure_ascii=False, indent=2)
    # The name of a file need not be Unicode, and half a character cannot be written.
    return text.encode(errors="replace").decode()


def as_explanation(rule: Rule, language: str = "en") -> str:
    """A rule for whoever has just met it: the sentence, the reason, a bad and a good example."""
    words = Words(language)
    paragraphs = [
        f"{rule.id} ({words('severity.' + rule.severity)})",
        textwrap.fill(rule.summary.in_language(language), WIDTH),
        textwrap.fill(f"{words('guide.why')}: {rule.why.in_language(language)}", WIDTH),
        f"{words('guide.bad')}:\n" + textwrap.indent(rule.bad.rstrip(), "  "),
        f"{words('guide.good')}:\n" + textwrap.indent(rule.good.rstrip(), "  "),
    ]
    return "\n\n".join(paragraphs) + "\n"


def summary(findings: list[Finding], language: str = "en") -> str:
    """How many errors and warnings, in one line."""
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    if language == "ru":
        return f"Ошибок: {errors}, предупреждений: {warnings}"
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _printed(finding: Finding, language: str) -> tuple[str, str]:
    """What is wrong and how to mend it, for a terminal."""
    message, remedy = finding.message, finding.remedy
    return printable(message.in_language(language)), printable(remedy.in_language(language))


def printable(text: str) -> str:
    """The text on one line without what could steer a terminal; a no-break space stays."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\u00a0" else "·" for char in text)


def _lines(path: Path) -> list[str]:
    try:
        # What a link leads to may not be ours to show; a pipe or a device never ends.
        if path.is_symlink() or not path.is_file():
            return []
        with path.open("rb") as file:
            return LINE_BREAK.split(file.read(512 * 1024).decode("utf-8-sig", errors="replace"))
    except OSError:
        return []


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and where the caret stands in it."""
    start = max(0, column - 1 - WIDTH * 2 // 3)
    part = printable(line[start : start + WIDTH].replace("\t", " "))
    lead = "…" if start else ""
    tail = "…" if start + WIDTH < len(line) else ""
    return lead + part + tail, len(lead) + column - 1 - start


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
