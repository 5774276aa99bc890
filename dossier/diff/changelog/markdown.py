"""The change log as Markdown, for release notes: what was corrected stands first."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.diff import escape
from dossier.diff.changelog.lines import KINDS, MINOR, Line
from dossier.diff.model import CHECKED, UNEXPLAINED
from dossier.diff.record_lines import edit_line
from dossier.diff.wording import Wording

MOST_EDITS = 12
_BRIEF = (MINOR, CHECKED)  # told in one line, by their ids


def section(heading: str, note: str, lines: list[Line], say: Wording) -> Iterator[str]:
    """One edition, or one comparison."""
    yield from (f"## {escape.plain(heading)}", "")
    if note:
        yield from (escape.plain(note, 2000), "")
    kinds = list(dict.fromkeys(line.kind for line in lines))
    for kind in sorted(kinds, key=lambda kind: KINDS.index(kind) if kind in KINDS else 99):
        group = [line for line in lines if line.kind == kind]
        label = say.words.get(f"log.group.{kind}", "") or say.term("change_kinds", kind)
        yield from (f"### {label} ({len(group)})", "")
        if kind in _BRIEF:
            yield "- " + say.listed([escape.code(line.id) for line in group], 100)
        else:
            for line in group:
                yield from _item(line, say)
        yield ""
    if not lines and not note:
        yield from (say.words("log.nothing"), "")


def _item(line: Line, say: Wording) -> Iterator[str]:
    head = say.record(line.type, line.id, line.title) if line.title else escape.code(line.id)
    if line.fate:
        head = f"{say.words('log.fate.' + line.fate)}: {head}"
        if line.to:
            head += " → " + say.listed([say.record(line.type, id_) for id_ in line.to])
    day = f" ({escape.plain(line.day)})" if line.day else ""
    note = f" — {say.text(line.note, 1000)}" if line.note else ""
    yield f"- {head}{day}{note}"
    for key, value in (("change_old", line.old), ("change_new", line.new)):
        if value:
            yield f"  - {say.words(key)}: {say.text(value, 1000)}"
    if line.source:
        yield f"  - {say.words('change_source')}: {say.record('source', line.source)}"
    if line.difference and line.kind in (UNEXPLAINED, "added"):
        edits = [edit for edit in line.difference.edits if edit.path[0] != "history"]
        for edit in edits[:MOST_EDITS]:
            yield f"  - {edit_line(line.difference, edit, {}, say)}"
        if len(edits) > MOST_EDITS:
            yield f"  - {say.words.get('more', '{number}').format(number=len(edits) - MOST_EDITS)}"
