"""A difference as a comment on a pull request: a paragraph, then lists that say what to judge."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.diff import escape
from dossier.diff.checklist import items_for
from dossier.diff.look_too import look_too_lines
from dossier.diff.model import Cause, Difference, GradeMove, RecordChange
from dossier.diff.prose_lines import prose_lines
from dossier.diff.record_lines import record_lines
from dossier.diff.summary import summary
from dossier.diff.wording import Wording

# A comment on GitHub has at most 65,536 characters.
MOST_CHARACTERS = 60_000
MOST_ITEMS = 40
MOST_PAGES = 12

_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("elements", ("element",)),
    ("sources", ("source",)),
    ("others", ("obligation", "assessment", "risk", "scenario", "dispute", "question", "article")),
    ("vocabulary", ("vocabulary",)),
)


def as_markdown(difference: Difference, say: Wording, most: int = MOST_CHARACTERS) -> str:
    """The whole comment; what does not fit is left out with a word about it."""
    lines = [f"## {say.words('title')}", "", summary(difference, say), ""]
    size = sum(len(line) + 1 for line in lines)
    for line in _sections(difference, say):
        size += len(line) + 1
        if size > most:
            lines += ["", say.words("cut")]
            break
        lines.append(line)
    return "\n".join(lines).strip() + "\n"


def _sections(difference: Difference, say: Wording) -> Iterator[str]:
    yield from _section("attention", list(_attention(difference, say)), say)
    yield from _section("corrections", list(_corrections(difference, say)), say)
    new_claims = {(m.element, m.claim): m for m in difference.grades if m.before is None}
    for name, kinds in _SECTIONS:
        changes = [change for change in difference.records if change.type in kinds]
        lines: list[str] = []
        for change in changes[:MOST_ITEMS]:
            lines += record_lines(change, new_claims, say)
        lines += say.rest(changes, MOST_ITEMS)
        yield from _section(name, lines, say)
        if name == "elements":
            yield from _section("evidence", list(_evidence(difference, say)), say)
    yield from _section("prose", list(prose_lines(difference.passages, say)), say)
    yield from _section("look_too", list(look_too_lines(difference.nearby, say)), say)
    tasks = [f"- [ ] {item.text[say.language]}" for item in items_for(difference)]
    yield from _section("checklist", tasks, say)
    if difference.pages:
        yield _folded(say.words("section.pages"), list(_pages(difference, say)))


def _section(name: str, lines: list[str], say: Wording) -> Iterator[str]:
    if lines:
        yield from (f"### {say.words('section.' + name)}", "", *lines, "")


def _folded(title: str, lines: list[str]) -> str:
    """Lines behind a title that a click unfolds; one piece, so that a cut leaves it whole."""
    return "\n".join(("<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"))


def _attention(difference: Difference, say: Wording) -> Iterator[str]:
    words = say.words
    for file in difference.unread[:MOST_ITEMS]:
        key = "attention.unread" if file.side == "head" else "attention.unread_base"
        message = escape.plain(file.message.in_language(say.language))
        yield "- " + words(key, path=escape.code(file.path), line=file.line, message=message)
    lost = [change for change in difference.records if change.is_lost]
    unexplained = [change for change in difference.records if change.is_unexplained]
    for key, changes in (("removed", lost), ("unexplained", unexplained)):
        if changes:
            named = [say.record(change.type, change.id, change.title) for change in changes]
            yield "- " + words(f"attention.{key}", records=say.listed(named))
    for move in difference.grades:
        if move.warning:
            # A new claim stands whole below, and its grade with it.
            claim = say.claim(move.element, move.claim, move.text if move.before else None)
            moved = say.grades(move.before, move.after) if move.before else ""
            line = words(f"attention.{move.warning}", claim=claim, moved=moved)
            yield f"- {line}{_because(move, say)}."


def _corrections(difference: Difference, say: Wording) -> Iterator[str]:
    for change in difference.records:
        for note in change.history:
            if note["kind"] == "correction":
                yield "- " + _correction(change, note, say)


def _correction(change: RecordChange, note: dict[str, object], say: Wording) -> str:
    record = say.record(change.type, change.id, change.title)
    line = say.words("correction", record=record, note=say.text(note["note"]))
    extra = []
    if "old" in note or "new" in note:
        old, new = (say.text(note.get(key) or say.words("none")) for key in ("old", "new"))
        extra.append(say.words("correction.values", old=old, new=new))
    if "source" in note:
        source = say.record("source", str(note["source"]))
        extra.append(say.words("correction.source", source=source))
    if extra:
        line += f" ({'; '.join(extra)})"
    return line


def _evidence(difference: Difference, say: Wording) -> Iterator[str]:
    """Grades that moved, and why; those of new claims stand with the claims, losses on top."""
    moves = [(m, m.before) for m in difference.grades if m.before and not m.warning]
    for move, before in moves[:MOST_ITEMS]:
        claim = say.claim(move.element, move.claim, move.text)
        line = say.words("grade.move", claim=claim, moved=say.grades(before, move.after))
        yield f"- {line}{_because(move, say)}"
    yield from say.rest(moves, MOST_ITEMS)


def _because(move: GradeMove, say: Wording) -> str:
    """Why the grade of an older claim moved."""
    if move.before is None:
        return ""
    # Citations that came or went stand with their claim.
    causes = [c for c in move.causes if c.what not in ("citation_added", "citation_removed")]
    came = [reason for reason in move.after.reasons if reason not in move.before.reasons]
    went = [reason for reason in move.before.reasons if reason not in move.after.reasons]
    reasons = [
        say.words(f"grade.{key}", reason=say.words(f"reason.{reason}"))
        for key, of_one_side in (("reason_gained", came), ("reason_lost", went))
        for reason in of_one_side
    ]
    reasons += [_cause(cause, say) for cause in causes]
    return "; " + say.words("grade.because", list="; ".join(reasons)) if reasons else ""


def _cause(cause: Cause, say: Wording) -> str:
    path = (cause.field,)
    if cause.what == "source":
        old, new = (
            say.value("source", path, value) if value else say.words("none")
            for value in (cause.old, cause.new)
        )
        field = say.field("source", path)
    else:
        old, new, field = escape.code(str(cause.old)), escape.code(str(cause.new)), ""
    source = escape.code(cause.source)
    return say.words(f"cause.{cause.what}", source=source, field=field, old=old, new=new)


def _pages(difference: Difference, say: Wording) -> Iterator[str]:
    for how in ("new", "changed", "gone", "leans"):
        pages = [page.address for page in difference.pages if page.how == how]
        if pages:
            # A page that is gone has nothing to link to.
            shown = [escape.code(page) if how == "gone" else say.address(page) for page in pages]
            yield "- " + say.words(f"pages.{how}", list=say.listed(shown, MOST_PAGES))
    yield "- " + say.words("pages.rest")
