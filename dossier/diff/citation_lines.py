"""The lines of citations: one that came, one that went, one in the place of another."""

from __future__ import annotations

from dossier.diff import escape
from dossier.diff.model import RecordChange
from dossier.diff.tree import Edit, Path, Value
from dossier.diff.wording import Wording


def cited(cite: dict[str, Value], say: Wording) -> str:
    """A citation with its place, how it bears on the claim and what it shows."""
    return f"{_place_of(cite, say)}: {say.both(cite['shows'])}"


def _place_of(cite: dict[str, Value], say: Wording) -> str:
    """A cited source with the place in it, and how it bears on the claim."""
    source = str(cite["source"])
    # The title of a source that came with the change stands below, where the source is shown.
    is_new = source in say.head.records["source"] and source not in say.base.records["source"]
    parts = [say.record("source", source, "" if is_new else None)]
    if cite.get("locator"):
        parts.append(escape.code(str(cite["locator"])))
    stance = cite.get("stance", "supports")
    if stance != "supports":
        parts.append(say.words(f"stance.{stance}"))
    return ", ".join(parts)


def swapped(edits: list[Edit]) -> dict[Path, Edit]:
    """Citations that took the place of another which showed the same: their path → what went."""
    instead_of: dict[Path, Edit] = {}
    all_cited = [
        edit
        for edit in edits
        if edit.path[-2:-1] == ("cites",) and isinstance(edit.new or edit.old, dict)
    ]
    gone = [edit for edit in all_cited if edit.kind == "removed"]
    for edit in (edit for edit in all_cited if edit.kind == "added"):
        for old in gone:
            same = old.path[:-1] == edit.path[:-1] and old.old.get("shows") == edit.new.get("shows")
            if same and old not in instead_of.values():
                instead_of[edit.path] = old
                break
    return instead_of


def citation_for(change: RecordChange, gone: Edit, came: Edit, say: Wording) -> str:
    """One citation in place of another, with what both show."""
    old, new = (_place_of(cite, say) for cite in (gone.old, came.new))
    where, shows = _owner(change, came, say), say.both(came.new["shows"])
    return say.words("cite.swapped", where=where, old=old, new=new, shows=shows)


def citation(change: RecordChange, edit: Edit, say: Wording) -> str:
    """A citation that came or went."""
    cite = edit.new if edit.new is not None else edit.old
    place, shows = _place_of(cite, say), say.both(cite["shows"])
    key = "cite.added" if edit.new is not None else "cite.removed"
    return say.words(key, where=_owner(change, edit, say), source=place, shows=shows)


def _owner(change: RecordChange, edit: Edit, say: Wording) -> str:
    owner = edit.path[:-2]
    return say.field(change.type, owner) if owner else say.words("where.record")
