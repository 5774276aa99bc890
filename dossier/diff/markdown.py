"""A difference as a comment on a pull request: a paragraph, then lists that say what to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from dossier.diff import escape
from dossier.diff.checklist import items_for
from dossier.diff.look_too import look_too_lines
from dossier.diff.model import UNEXPLAINED, Cause, Difference, GradeMove, RecordChange
from dossier.diff.prose_lines import prose_lines
from dossier.diff.record_lines import record_lines
from dossier.diff.wording import Wording
from dossier.rendering import addresses

# A comment on GitHub has at most 65,536 characters.
MOST_CHARACTERS = 60_000
MOST_ITEMS = 40
MOST_PAGES = 12

_FATES = ("added", "changed", "renamed", "merged", "split", "retracted", "removed")
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("elements", ("element",)),
    ("sources", ("source",)),
    ("others", ("obligation", "assessment", "risk", "scenario", "dispute", "question", "article")),
    ("vocabulary", ("vocabulary",)),
)


def as_markdown(found: Difference, say: Wording, most: int = MOST_CHARACTERS) -> str:
    """The whole comment; what does not fit is left out with a word about it."""
    lines = [f"## {say.words('title')}", "", summary(found, say), ""]
    size = sum(len(line) + 1 for line in lines)
    for line in _sections(found, say):
        size += len(line) + 1
        if size > most:
            lines += ["", say.words("cut")]
            break
        lines.append(line)
    return "\n".join(lines).strip() + "\n"


def summary(found: Difference, say: Wording) -> str:
    """One paragraph: how many records came, changed and went, and what to look at."""
    words = say.words
    parts = []
    if found.is_empty:
        parts.append(words("nothing"))
    for fate in _FATES:
        counts = Counter(change.type for change in found.records if change.fate == fate)
        if counts:
            listed = ", ".join(
                words.count(_plural(kind), number) for kind, number in counts.items()
            )
            parts.append(words(f"summary.{fate}", list=listed))
    natures = Counter(nature for change in found.records for nature in change.natures)
    told = [
        words.count(key, number)
        for key, number in (
            ("corrections", natures["correction"]),
            ("new_facts", natures["new_fact"]),
        )
        if number
    ]
    if told:
        parts.append(words("summary.natures", list=", ".join(told)))
    attention = [
        f"**{words.count(key, number)}**"
        for key, number in _attention_counts(found).items()
        if number
    ]
    if attention:
        parts.append(words("summary.attention", list=", ".join(attention)))
    if found.pages:
        # Entries of one page, such as questions, have anchors of their own.
        files = {page.address.partition("#")[0] for page in found.pages}
        parts.append(words("summary.pages", count=words.count("pages", len(files))))
    if found.passages:
        count = words.count("paragraphs", len(found.passages))
        parts.append(words("summary.prose", count=count))
    if found.layout_only:
        count = words.count("files", len(found.layout_only))
        parts.append(words("layout_only", count=count))
    return " ".join(parts)


def _attention_counts(found: Difference) -> dict[str, int]:
    """How much of what there is to look at, under the words that count it."""
    warnings = Counter(_warning(move) for move in found.grades)
    return {
        "unread": len(found.unread),
        "lost": sum(_is_lost(change) for change in found.records),
        "unexplained": sum(_is_unexplained(change) for change in found.records),
        "one_origin": warnings["one_origin"] + warnings["new_one_origin"],
        "weaker": warnings["lower"] + warnings["none"],
    }


def _is_lost(change: RecordChange) -> bool:
    """Whether addresses that lead to the record will break."""
    return change.fate == "removed" and not change.has_tombstone and change.type in addresses.PAGES


def _is_unexplained(change: RecordChange) -> bool:
    return UNEXPLAINED in change.natures and change.type == "element"


def _plural(kind: str) -> str:
    return kind + "s"


def _sections(found: Difference, say: Wording) -> Iterator[str]:
    yield from _section("attention", list(_attention(found, say)), say)
    yield from _section("corrections", list(_corrections(found, say)), say)
    new_claims = {(m.element, m.claim): m for m in found.grades if m.before is None}
    for name, kinds in _SECTIONS:
        changes = [change for change in found.records if change.type in kinds]
        lines: list[str] = []
        for change in changes[:MOST_ITEMS]:
            lines += record_lines(change, new_claims, say)
        if len(changes) > MOST_ITEMS:
            lines.append(f"- {say.words('more', number=len(changes) - MOST_ITEMS)}")
        yield from _section(name, lines, say)
        if name == "elements":
            yield from _section("evidence", list(_evidence(found, say)), say)
    yield from _section("prose", list(prose_lines(found.passages, say)), say)
    yield from _section("look_too", list(look_too_lines(found, say)), say)
    tasks = [f"- [ ] {item.text[say.language]}" for item in items_for(found)]
    yield from _section("checklist", tasks, say)
    if found.pages:
        yield _folded(say.words("section.pages"), list(_pages(found, say)))


def _section(name: str, lines: list[str], say: Wording) -> Iterator[str]:
    if lines:
        yield from (f"### {say.words('section.' + name)}", "", *lines, "")


def _folded(title: str, lines: list[str]) -> str:
    """Lines behind a title that a click unfolds; one piece, so that a cut leaves it whole."""
    return "\n".join(("<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"))


def _attention(found: Difference, say: Wording) -> Iterator[str]:
    words = say.words
    for file in found.unread[:MOST_ITEMS]:
        key = "attention.unread" if file.side == "head" else "attention.unread_base"
        message = escape.plain(file.message.in_language(say.language))
        yield "- " + words(key, path=escape.code(file.path), line=file.line, message=message)
    for key, is_meant in (("removed", _is_lost), ("unexplained", _is_unexplained)):
        if meant := [change for change in found.records if is_meant(change)]:
            named = [say.record(change.type, change.id, change.title) for change in meant]
            yield "- " + words(f"attention.{key}", records=say.listed(named))
    for move in found.grades:
        if warning := _warning(move):
            # A new claim stands whole below, and its grade with it.
            claim = say.claim(move.element, move.claim, move.text if move.before else None)
            moved = say.grades(move.before, move.after) if move.before else ""
            line = words(f"attention.{warning}", claim=claim, moved=moved)
            yield f"- {line}{_because(move, say)}."


def _warning(move: GradeMove) -> str | None:
    if move.after.corroboration == "none":
        return "none"
    if move.left_with_one_origin:
        return "one_origin"
    if move.before is None:
        return "new_one_origin" if move.after.corroboration == "single_origin" else None
    return "lower" if move.is_lower else None


def _corrections(found: Difference, say: Wording) -> Iterator[str]:
    for change in found.records:
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


def _evidence(found: Difference, say: Wording) -> Iterator[str]:
    """Grades that moved, and why; those of new claims stand with the claims, losses on top."""
    moves = [move for move in found.grades if move.before and not _warning(move)]
    for move in moves[:MOST_ITEMS]:
        if move.before is None:
            continue
        claim = say.claim(move.element, move.claim, move.text)
        moved = say.grades(move.before, move.after)
        line = say.words("grade.move", claim=claim, moved=moved)
        yield f"- {line}{_because(move, say)}"
    if len(moves) > MOST_ITEMS:
        yield f"- {say.words('more', number=len(moves) - MOST_ITEMS)}"


def _because(move: GradeMove, say: Wording) -> str:
    """Why the grade of an older claim moved."""
    if move.before is None:
        return ""
    # Citations that came or went stand with their claim.
    told = ("citation_added", "citation_removed")
    causes = [cause for cause in move.causes if cause.what not in told]
    reasons = [*_reasons(move, say), *(_cause(cause, say) for cause in causes)]
    return "; " + say.words("grade.because", list="; ".join(reasons)) if reasons else ""


def _reasons(move: GradeMove, say: Wording) -> Iterator[str]:
    """The reasons of `grade.py` that came, then those that went."""
    before = move.before.reasons if move.before else ()
    for reason in move.after.reasons:
        if reason not in before:
            yield say.words("grade.reason_gained", reason=say.words(f"reason.{reason}"))
    for reason in before:
        if reason not in move.after.reasons:
            yield say.words("grade.reason_lost", reason=say.words(f"reason.{reason}"))


def _cause(cause: Cause, say: Wording) -> str:
    shown: Callable[[object], str] = lambda value: (  # noqa: E731
        say.value("source", (cause.field,), value) if value else say.words("none")
    )
    is_source = cause.what == "source"
    return say.words(
        f"cause.{cause.what}",
        source=escape.code(cause.source),
        field=say.field("source", (cause.field,)) if is_source else "",
        old=shown(cause.old) if is_source else escape.code(str(cause.old)),
        new=shown(cause.new) if is_source else escape.code(str(cause.new)),
    )


def _pages(found: Difference, say: Wording) -> Iterator[str]:
    for how in ("new", "changed", "gone", "leans"):
        pages = [page.address for page in found.pages if page.how == how]
        if pages:
            # A page that is gone has nothing to link to.
            shown = [escape.code(page) if how == "gone" else say.address(page) for page in pages]
            yield "- " + say.words(f"pages.{how}", list=say.listed(shown, MOST_PAGES))
    if found.pages:
        yield "- " + say.words("pages.rest")
