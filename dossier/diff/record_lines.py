"""One changed record as a list item with its details below."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.diff import escape
from dossier.diff.model import GradeMove, RecordChange
from dossier.diff.tree import REORDERED, Edit, Value, is_text
from dossier.diff.wording import Wording

MOST_EDITS = 25
INDENT = "  "

# Told elsewhere: corrections have a section, the claims of a new element its own lines.
_SILENT = ("history",)


def record_lines(
    change: RecordChange, new_claims: dict[tuple[str, str], GradeMove], say: Wording
) -> Iterator[str]:
    """The lines of one record."""
    yield f"- **{say.words('fate.' + change.fate)}:** {_headline(change, say)}"
    if change.reason:
        yield INDENT + "- " + say.words("reason", text=say.text(change.reason))
    if change.fate == "added":
        yield from (f"{INDENT}- {line}" for line in _of_new(change, new_claims, say))
        return
    for note in change.history:
        if note["kind"] != "correction":
            words = say.words.get(f"note.{note['kind']}", "{note}")
            yield f"{INDENT}- " + words.format(note=say.text(note["note"]))
    edits = [edit for edit in change.edits if edit.path[0] not in _SILENT]
    for edit in edits[:MOST_EDITS]:
        yield f"{INDENT}- {edit_line(change, edit, new_claims, say)}"
    if len(edits) > MOST_EDITS:
        yield f"{INDENT}- {say.words('more', number=len(edits) - MOST_EDITS)}"


def _headline(change: RecordChange, say: Wording) -> str:
    headline = say.record(change.type, change.id, change.title)
    if change.fate == "renamed" and change.old_id:
        headline += "; " + say.words(
            "renamed", old=escape.code(change.old_id), new=escape.code(change.id)
        )
    elif change.old_id:
        headline += "; " + say.words("part_of", old=escape.code(change.old_id))
    if change.to:
        targets = [say.record(change.type, target) for target in change.to]
        headline += "; " + say.words("leads_to", list=say.listed(targets))
    natures = [nature for nature in change.natures if change.fate in ("changed", "renamed")]
    if natures:
        names = [
            say.words.get(f"nature.{nature}", "") or escape.plain(nature) for nature in natures
        ]
        headline += f" — *{', '.join(names)}*"
    return headline


def _of_new(
    change: RecordChange, new_claims: dict[tuple[str, str], GradeMove], say: Wording
) -> Iterator[str]:
    """What there is to know of a new record: its state, and its claims with their grades."""
    record = say.head.records[change.type][change.id]
    facts = []
    for name in ("date", "stage", "kind", "publisher", "published", "url", "reliability",
                 "stance", "state", "status", "resolution"):  # fmt: skip
        value = getattr(record, name, None)
        if value is not None:
            shown = say.value(change.type, (name,), value)
            facts.append(f"{say.field(change.type, (name,))}: {shown}")
    if facts:
        yield "; ".join(facts)
    for claim in getattr(record, "claims", ()):
        move = new_claims.get((change.id, claim.id))
        if move is not None:
            yield _new_claim(move, claim.model_dump(mode="json", exclude_none=True), say)


def edit_line(
    change: RecordChange, edit: Edit, new_claims: dict[tuple[str, str], GradeMove], say: Wording
) -> str:
    """One difference in one line."""
    kind, path = change.type, edit.path
    if path[0] == "claims" and len(path) == 2 and kind == "element":
        move = new_claims.get((change.id, path[1]))
        if edit.new is not None and move is not None:
            return _new_claim(move, edit.new, say)
        key, claim = "claim.moved", edit.new
        if edit.new is None:
            key, claim = "claim.removed", edit.old
        return say.words(key, claim=escape.code(path[1]), text=say.text(claim["text"]))
    if len(path) > 1 and path[-2] == "cites" and isinstance(edit.new or edit.old, dict):
        return _citation(change, edit, say)
    if path[-1] == REORDERED:
        return say.words("edit.order", what=say.field(kind, path[:-1]))
    what = say.field(kind, path)
    if edit.kind == "changed":
        if edit.is_translation and is_text(edit.new) and "en" in edit.new:
            return say.words("edit.translated", what=what, new=escape.plain(edit.new["en"]))
        if (is_text(edit.old) and is_text(edit.new)) or _is_long(edit):
            return _two_texts(edit, what, say)
        old, new = (say.value(kind, path, value) for value in (edit.old, edit.new))
        return say.words("edit.changed", what=what, old=old, new=new)
    raw = edit.new if edit.new is not None else edit.old
    # An item of a list, such as a party, names itself.
    what = say.field(kind, path[:-1] if _name_of(raw) == path[-1] else path)
    value = say.value(kind, path, raw)
    return say.words(f"edit.{edit.kind}", what=what, old=value, new=value)


def _two_texts(edit: Edit, what: str, say: Wording) -> str:
    """Two versions of a text; in Russian where only the Russian one was touched."""
    key, old, new = "edit.text", say.bare(edit.old), say.bare(edit.new)
    if old == new and is_text(edit.old):
        key, old, new = "edit.russian", edit.old["ru"], edit.new["ru"]
    shown = escape.contrast(old, new)
    return say.words(key, what=what, old=shown[0], new=shown[1])


def _name_of(value: Value) -> str:
    return str(value["ru"]) if is_text(value) else str(value)


def _is_long(edit: Edit) -> bool:
    return all(isinstance(value, str) and len(value) > 60 for value in (edit.old, edit.new))


def _new_claim(move: GradeMove, claim: dict[str, object], say: Wording) -> str:
    line = say.words(
        "claim.added",
        claim=escape.code(move.claim),
        text=say.text(claim["text"]),
        grade=say.grade(move.after),
    )
    cites = claim.get("cites")
    if isinstance(cites, list) and cites:
        sources = [escape.code(str(cite["source"])) for cite in cites]
        line += "; " + say.words("claim.cites", list=say.listed(list(dict.fromkeys(sources)), 8))
    return line


def _citation(change: RecordChange, edit: Edit, say: Wording) -> str:
    cite = edit.new if edit.new is not None else edit.old
    owner = edit.path[:-2]
    where = say.field(change.type, owner) if owner else say.words("where.record")
    stance = cite.get("stance", "supports")
    shows = say.text(cite.get("shows", ""))
    if stance != "supports":
        shows = f"{say.words(f'stance.{stance}')}; {shows}"
    source = say.record("source", str(cite.get("source")))
    key = "cite.added" if edit.new is not None else "cite.removed"
    return say.words(key, where=where, source=source, shows=shows)
