"""Layout: one canonical form of a file, so that a difference is a difference of meaning.

The form is the one that the data have most: see `emit.py`. Nothing that the file says changes,
which is made certain by reading the result again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.formatting import emit, layout
from dossier.formatting.layout import Branch, Entry, Layout, Leaf
from dossier.model import BY_FOLDER, ONE_FILE, Record
from dossier.model.annotations import Mark
from dossier.model.shape import Shape, marks_along, shape_of
from dossier.parsing import nodes

# What mends one string: the value, the marks that the model gives it, its path.
Fix = Callable[[str, tuple[Mark, ...], nodes.Path], str]


class Refused(Exception):
    """A file that is left as it is, with the reason in plain words."""


def model_of(path: Path) -> type[Record] | None:
    """The record type that a file's place gives it; None for a file that is no record."""
    if path.suffix != ".yml":
        return None
    return ONE_FILE.get(path.name) or BY_FOLDER.get(path.parent.name)


def formatted(data: bytes, model: type[Record], fixes: tuple[Fix, ...] = ()) -> str:
    """The canonical text of a file, its values mended by `fixes`.

    Raises `Refused` for a file with mistakes of YAML: what is not understood is not touched.
    """
    before = _understood(data)
    text = data.decode("utf-8-sig")
    shape = shape_of(model)
    laid = layout.read(text)
    for fix in fixes:
        _mend(laid.root, shape, fix, ())
    result = emit.emit(laid, shape)
    _assure(before, _understood(result.encode()), mended=bool(fixes))
    if sorted(_comments(laid)) != sorted(_comments(layout.read(result))):
        raise Refused("a comment would be lost: move it to a line of its own")
    return result


def rewritten(text: str, model: type[Record], change: Callable[[Branch], None]) -> str:
    """The canonical text of a file after `change` has been made to its fields.

    Raises `Refused` for a file with mistakes of YAML, before or after the change.
    """
    _understood(text.encode())
    laid = layout.read(text)
    change(laid.root)
    result = emit.emit(laid, shape_of(model))
    _understood(result.encode())
    return result


def _understood(data: bytes) -> nodes.Mapping:
    try:
        root, findings = nodes.read(data)
    except nodes.ParseError as error:
        raise Refused(f"line {error.finding.line}: {error}") from None
    if findings:
        raise Refused(f"line {findings[0].line}: {findings[0].message}")
    return root


def _assure(before: nodes.Mapping, after: nodes.Mapping, mended: bool) -> None:
    """The same keys and lists, and, unless values were mended, the same strings."""
    old = {path: scalar.value for path, scalar in nodes.scalars(before)}
    new = {path: scalar.value for path, scalar in nodes.scalars(after)}
    if old.keys() != new.keys() or (not mended and nodes.plain(before) != nodes.plain(after)):
        raise Refused("its layout is too unusual: rewrite it after the pattern of other records")


def _mend(branch: Branch, shape: Shape, fix: Fix, path: nodes.Path) -> None:
    for number, entry in enumerate(branch.entries):
        here = (*path, number if entry.key is None else entry.key)
        if isinstance(entry.node, Branch):
            _mend(entry.node, shape, fix, here)
        else:
            mended = fix(entry.node.value, tuple(marks_along(shape, here)), here)
            # A fix that leaves nothing has not understood what it met.
            entry.node = Leaf(mended) if mended.strip() else entry.node


def _comments(laid: Layout) -> list[str]:
    comments = [*laid.head]

    def gather(entries: list[Entry]) -> None:
        for entry in entries:
            comments.extend([*entry.before, entry.after])
            if isinstance(entry.node, Branch):
                gather(entry.node.entries)
                comments.extend(entry.node.foot)

    gather(laid.root.entries)
    return [comment for comment in [*comments, *laid.root.foot] if comment]
