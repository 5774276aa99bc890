"""One changed record as a list item with its details below."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.diff import escape, follow
from dossier.diff.citation_lines import citation, citation_for, cited, swapped
from dossier.diff.fates import as_tree
from dossier.diff.model import UNEXPLAINED, GradeMove, NewClaims, RecordChange
from dossier.diff.tree import REORDERED, Edit, Value, edits, is_text
from dossier.diff.wording import Wording
from dossier.model import BY_TYPE, Record
from dossier.model.shape import shape_of

MOST_EDITS = 25
INDENT = "  "

# What the line of a new record says already, and days that rules look after.
_LEFT_OUT = ("id", "title", "history", "added", "checked", "accessed")


def record_lines(change: RecordChange, new_claims: NewClaims, say: Wording) -> Iterator[str]:
    """The lines of one record."""
    yield f"- **{say.words('fate.' + change.fate)}:** {_headline(change, say)}"
    if change.reason:
        yield INDENT + "- " + say.words("reason", text=say.text(change.reason))
    if change.fate == "added":
        yield from map(_indented, _of_new(change, new_claims, say))
        return
    for note in change.history:
        if note["kind"] != "correction":
            words = say.words.get(f"note.{note['kind']}", "{note}")
            yield f"{INDENT}- " + words.format(note=say.text(note["note"]))
    for old, (heirs, paths) in follow.swaps(change.edits).items():
        yield _indented(_swap(change, old, heirs, paths, say))
    edits = [edit for edit in change.edits if edit.path[0] != "history" and not edit.follows]
    instead = swapped(edits)
    edits = [edit for edit in edits if edit not in instead.values()]
    for edit in edits[:MOST_EDITS]:
        if edit.path in instead:
            yield _indented(citation_for(change, instead[edit.path], edit, say))
            continue
        for line in _edited(change, edit, new_claims, say):
            yield _indented(line)
    yield from say.rest(edits, MOST_EDITS, INDENT)


def _indented(line: str) -> str:
    """A line below its record; what is indented itself goes one step deeper."""
    return INDENT + line if line.startswith(INDENT) else f"{INDENT}- {line}"


def _swap(
    change: RecordChange, old: str, heirs: list[str], paths: list[tuple[str, ...]], say: Wording
) -> str:
    """That references lead to the heirs of a record, and where."""
    where = "; ".join(dict.fromkeys(say.field(change.type, path) for path in paths))
    into = say.listed([escape.code(heir) for heir in heirs])
    return say.words("edit.follows", old=escape.code(old), new=into, where=where)


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
    if change.is_unexplained:
        natures.remove(UNEXPLAINED)  # said on top
    if natures:
        names = [
            say.words.get(f"nature.{nature}", "") or escape.plain(nature) for nature in natures
        ]
        headline += f" — *{', '.join(names)}*"
    return headline


def _of_new(change: RecordChange, new_claims: NewClaims, say: Wording) -> Iterator[str]:
    """A new record whole: short values together, then each text, list and claim.

    What an heir of a split record has from it is left out, with a word.
    """
    record: Record = say.head.records[change.type][change.id]
    shape = shape_of(BY_TYPE[change.type])
    tree = as_tree(record)
    parent = next(iter(say.parents(change.type, change.id)), {})
    facts, lines = [], []
    for name, below in shape.in_order():
        value = tree.get(name)
        info = below.info
        if name in _LEFT_OUT or value in (None, [], {}) or (info and value == info.default):
            continue
        if name in parent and value == parent[name]:
            continue
        what = say.field(change.type, (name,))
        if _is_short(value):
            facts.append(f"{what}: {say.value(change.type, (name,), value)}")
        elif is_text(value):
            lines.append(f"{what}: {say.both(value)}")
        else:
            old: Value = [] if isinstance(value, list) else {}
            for edit in edits({name: old}, {name: value}):
                lines += _edited(change, edit, new_claims, say)
    if parent:
        facts.append(say.words("as_parent", old=escape.code(str(parent["id"]))))
    if facts:
        yield "; ".join(facts)
    yield from lines


def _is_short(value: Value) -> bool:
    """Whether a value, or a list of values, stands in a line with others."""
    items = value if isinstance(value, list) else [value]
    return not any(isinstance(item, dict | list) for item in items)


def _edited(change: RecordChange, edit: Edit, new_claims: NewClaims, say: Wording) -> Iterator[str]:
    """One difference; below a claim or an entry that came, the sources that it cites."""
    came = edit.new if edit.old is None else None
    is_claim = edit.path[0] == "claims" and len(edit.path) == 2
    if is_claim and came and follow.is_as_before(came, say.parents(change.type, change.id)):
        claim, text = escape.code(edit.path[1]), say.both(came["text"])
        yield say.words("claim.as_before", claim=claim, text=text)
        return
    yield edit_line(change, edit, new_claims, say)
    if isinstance(came, dict) and not is_text(came):
        for cite in came.get("cites", ()):
            yield INDENT + "- " + cited(cite, say)


def edit_line(change: RecordChange, edit: Edit, new_claims: NewClaims, say: Wording) -> str:
    """One difference in one line."""
    kind, path = change.type, edit.path
    if path[0] == "claims" and len(path) == 2 and kind == "element":
        move = new_claims.get((change.id, path[1]))
        if edit.new is not None and move is not None:
            return _new_claim(move, edit.new, say)
        key, claim = "claim.moved", edit.new
        if edit.new is None:
            key, claim = "claim.removed", edit.old
        return say.words(key, claim=escape.code(path[1]), text=say.both(claim["text"]))
    if len(path) > 1 and path[-2] == "cites" and isinstance(edit.new or edit.old, dict):
        return citation(change, edit, say)
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
    """Two versions of a text, in each language that was touched, side by side."""
    if not (is_text(edit.old) and is_text(edit.new)):
        old, new = escape.contrast(say.bare(edit.old), say.bare(edit.new))
        return say.words("edit.text", what=what, old=old, new=new)
    parts = []
    for language, marks in (("ru", "«{}» → «{}»"), ("en", "“{}” → “{}”")):
        old, new = edit.old.get(language) or "", edit.new.get(language) or ""
        if old != new:
            parts.append(marks.format(*escape.contrast(old, new)))
    return f"{what}: {' / '.join(parts)}"


def _name_of(value: Value) -> str:
    return str(value["ru"]) if is_text(value) else str(value)


def _is_long(edit: Edit) -> bool:
    return all(isinstance(value, str) and len(value) > 60 for value in (edit.old, edit.new))


def _new_claim(move: GradeMove, claim: dict[str, object], say: Wording) -> str:
    return say.words(
        "claim.added",
        claim=escape.code(move.claim),
        text=say.both(claim["text"]),
        grade=say.grade(move.after),
    )
