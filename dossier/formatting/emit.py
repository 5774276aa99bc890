"""The canonical layout of a record, as the data are written.

Keys in the order of the model; two spaces a level, lists indented below their key; one line a
text, however long; braces only for short mappings that had them; comments where they were.
"""

from __future__ import annotations

from dossier.formatting import scalars
from dossier.formatting.layout import Branch, Entry, Layout, Leaf
from dossier.model.shape import Shape

INDENT = "  "
Written = tuple[list[str], list[str]]  # comments that stand above, and the lines themselves
WIDTH = 100  # the widest line on which a mapping keeps its braces


def emit(layout: Layout, shape: Shape) -> str:
    """The text of a file."""
    top, body = _block(layout.root, shape, 0)
    lines = [*layout.head, *_comments(top, 0), *(body or ["{}"])]
    return "\n".join(lines).strip("\n") + "\n"


def _block(branch: Branch, shape: Shape, depth: int) -> Written:
    """A list or mapping that does not stand in brackets: what is above its first entry, and it."""
    top: list[str] = []
    lines: list[str] = []
    for number, entry in enumerate(_ordered(branch, shape)):
        below = shape.below(entry.key if entry.key is not None else 0)
        above, own = (_item if entry.key is None else _field)(entry, below, depth)
        if number:
            lines += _comments([*entry.before, *above], depth)
        else:
            top = [*entry.before, *above]
        lines += own
    return top, lines + _comments(branch.foot, depth)


def _ordered(branch: Branch, shape: Shape) -> list[Entry]:
    """The entries in the order of the model; what it does not order stays as it was."""
    if not branch.keyed or not shape.fields:
        return branch.entries
    return sorted(branch.entries, key=lambda entry: shape.order(entry.key or ""))


def _field(entry: Entry, shape: Shape, depth: int) -> Written:
    start = INDENT * depth + scalars.written(entry.key or "", Shape()) + ":"
    if (inline := _inline(entry.node, shape, len(start) + 1)) is not None:
        return [], [f"{start} {inline}{_tail(entry)}"]
    if isinstance(entry.node, Leaf):
        return [], _long_text(start, entry.node.value, entry, depth + 1)
    top, lines = _block(entry.node, shape, depth + 1)
    return [], [start + _tail(entry), *_comments(top, depth + 1), *lines]


def _item(entry: Entry, shape: Shape, depth: int) -> Written:
    start = INDENT * depth + "-"
    if (inline := _inline(entry.node, shape, len(start) + 1)) is not None:
        return [], [f"{start} {inline}{_tail(entry)}"]
    if isinstance(entry.node, Leaf):
        return [], _long_text(start, entry.node.value, entry, depth + 1)
    # What stands above the first field of an item is about the item.
    top, lines = _block(entry.node, shape, depth + 1)
    above = [entry.after, *top] if entry.after else top
    if entry.node.keyed:
        lines[0] = start + " " + lines[0].lstrip(" ")
        return above, lines
    return above, [start, *lines]


def _inline(node: Leaf | Branch, shape: Shape, column: int) -> str | None:
    """The value on the line of its key, or None where it takes lines of its own."""
    if isinstance(node, Leaf):
        if scalars.block(node.value) is not None:
            return None
        return scalars.written(node.value, shape)
    if node.foot or any(entry.before or entry.after for entry in node.entries):
        return None
    if not node.entries:
        return "{}" if node.keyed else "[]"
    if not (node.inline and node.keyed):
        return None
    parts = []
    for entry in _ordered(node, shape):
        if not isinstance(entry.node, Leaf) or entry.key is None:
            return None
        value = scalars.written(entry.node.value, shape.below(entry.key), inline=True)
        parts.append(f"{scalars.written(entry.key, Shape(), inline=True)}: {value}")
    text = "{" + ", ".join(parts) + "}"
    return text if column + len(text) <= WIDTH else None


def _long_text(start: str, value: str, entry: Entry, depth: int) -> list[str]:
    header, *lines = scalars.block(value) or [""]
    return [
        f"{start} {header}{_tail(entry)}",
        *(INDENT * depth + line if line else "" for line in lines),
    ]


def _tail(entry: Entry) -> str:
    return f"  {entry.after}" if entry.after else ""


def _comments(comments: list[str], depth: int) -> list[str]:
    return [INDENT * depth + comment if comment else "" for comment in comments]
