"""The signs of the dossier as paths: word ◆, deed ●, transfer ■, forecast ▲, place ▼."""

from __future__ import annotations

from dossier.rendering.pictures.drawing import Path, box, num

SIGN = 12.0

# The kind of thing by its sign; the words are those of the vocabularies `modes` and `ledger_kinds`.
SHAPES = {
    "word": "diamond",
    "deed": "circle",
    "transfer": "square",
    "fact": "square",
    "assessment": "circle",
    "forecast": "triangle",
}


def sign(shape: str, fill: str, x: float, y: float, size: float = SIGN) -> tuple[Path, ...]:
    """A sign with its upper left corner at a place: its edge, and what fills it.

    `fill` is outline, half, solid or unknown (a broken edge), as the stages have it.
    """
    shape = SHAPES.get(shape, shape)
    look = "edge broken" if fill == "unknown" else "edge"
    edge = Path(_outline(shape, x, y, size), look)
    if fill == "solid":
        return (Path(_outline(shape, x, y, size), "edge solid"),)
    if fill == "half":
        return edge, Path(_left(shape, x, y, size), "solid")
    return (edge,)


def legend_sign(shape: str, fill: str, x: float = 0, y: float = 0) -> tuple[Path, ...]:
    """A sign for the legend, 14 units wide: one of the signs, or a piece of a bar."""
    if shape == "bar":
        return (Path(box(x + 1, y + 3, 12, 8), fill),)
    return sign(shape, fill, x + 1, y + 1)


def _outline(shape: str, x: float, y: float, size: float) -> str:
    half = size / 2
    if shape == "diamond":
        return f"M{num(x + half)} {num(y)}l{num(half)} {num(half)}l{num(-half)} {num(half)}" + (
            f"l{num(-half)} {num(-half)}z"
        )
    if shape == "circle":
        arm = half - 0.5
        arc = f"a{num(arm)} {num(arm)} 0 1 1 "
        return f"M{num(x + 0.5)} {num(y + half)}{arc}{num(2 * arm)} 0{arc}{num(-2 * arm)} 0z"
    if shape == "triangle":
        return f"M{num(x + half)} {num(y)}l{num(half)} {num(size - 1)}h{num(-size)}z"
    if shape == "cross":
        arm = size / 3
        steps = f"h{num(arm)}v{num(arm)}h{num(arm)}v{num(arm)}h{num(-arm)}v{num(arm)}"
        back = f"h{num(-arm)}v{num(-arm)}h{num(-arm)}v{num(-arm)}h{num(arm)}z"
        return f"M{num(x + arm)} {num(y)}{steps}{back}"
    if shape == "pin":
        return f"M{num(x + half)} {num(y + size)}l{num(-half)} {num(1 - size)}h{num(size)}z"
    return f"M{num(x + 1)} {num(y + 1)}h{num(size - 2)}v{num(size - 2)}h{num(2 - size)}z"


def _left(shape: str, x: float, y: float, size: float) -> str:
    half = size / 2
    if shape == "diamond":
        return f"M{num(x + half)} {num(y)}v{num(size)}l{num(-half)} {num(-half)}z"
    if shape == "circle":
        arm = half - 0.5
        return f"M{num(x + half)} {num(y + 0.5)}a{num(arm)} {num(arm)} 0 0 0 0 {num(2 * arm)}z"
    if shape == "triangle":
        return f"M{num(x + half)} {num(y)}v{num(size - 1)}h{num(-half)}z"
    if shape == "pin":
        return f"M{num(x + half)} {num(y + size)}v{num(1 - size)}h{num(-half)}z"
    return f"M{num(x + 1)} {num(y + 1)}h{num(half - 1)}v{num(size - 2)}h{num(1 - half)}z"
