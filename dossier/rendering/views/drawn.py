"""Text in drawings: SVG does not break lines, so they are broken where the drawing is made."""

from __future__ import annotations

from textwrap import wrap


def lines_of(text: str, width: float, size: float = 13.5) -> tuple[str, ...]:
    """A text as lines that fit a width at a size of type; Golos Text takes half its size a sign."""
    signs = max(int(width / (size * 0.56)), 1)
    spaced = text.replace("\N{NO-BREAK SPACE}", " ")
    return tuple(wrap(spaced, signs, break_long_words=False, break_on_hyphens=False))
