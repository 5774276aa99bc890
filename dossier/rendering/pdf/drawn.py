"""The pictures for Typst: both forms as SVG without words around them, and the words apart."""

from __future__ import annotations

from typing import Any

from dossier.rendering.pdf.pieces import Piece, pieces, uncut
from dossier.rendering.pictures.drawing import LINE, Drawing, Mark, Words
from dossier.rendering.pictures.files import STYLE
from dossier.rendering.pictures.picture import Picture, Sign
from dossier.rendering.pictures.shapes import legend_sign
from dossier.rendering.renderer import Renderer

Json = dict[str, Any]

# On white paper the ground of signs is white.
PRINTED = STYLE.replace("#faf7f0", "#fff")


def drawn(renderer: Renderer) -> dict[str, Json]:
    """Every picture that its data fill, by its id."""
    return {picture.id: _picture(picture, renderer) for picture in renderer.pictures.drawn()}


def _picture(picture: Picture, renderer: Renderer) -> Json:
    return {
        "title": picture.title,
        "about": picture.about,
        "missing": picture.missing,
        "alt": f"{picture.title}. {picture.about}",
        "wide": _form(picture.wide, picture.legend, renderer),
        "narrow": _form(picture.narrow, picture.legend, renderer, whole=True),
    }


def _form(
    drawing: Drawing, legend: tuple[Sign, ...], renderer: Renderer, *, whole: bool = False
) -> list[Json]:
    """The drawing `whole` or in pieces that fit a page, the legend above the first."""
    signs, deep = _legend(legend, drawing.width)
    return [
        _piece(drawing.width, piece, signs if not place else [], 0 if place else deep, renderer)
        for place, piece in enumerate([uncut(drawing)] if whole else pieces(drawing))
    ]


def _piece(width: float, piece: Piece, signs: list[Mark], deep: int, renderer: Renderer) -> Json:
    height = piece.bottom - piece.top + deep + 4
    view = f"-1 {piece.top - deep - 2:g} {width + 10:g} {height:g}"
    svg = renderer.render(
        "picture_form.svg",
        "",
        view=view,
        marks=piece.marks,
        signs=signs,
        legend=piece.top - deep,
        style=PRINTED,
    )
    return {"svg": svg, "width": width + 10, "height": height}


def _legend(legend: tuple[Sign, ...], width: float) -> tuple[list[Mark], int]:
    """The legend in as many rows as it needs, and how deep they are."""
    marks: list[Mark] = []
    x = y = 0.0
    for sign in legend:
        room = 24 + len(sign.words) * 8.2
        if x and x + room > width:
            x, y = 0.0, y + LINE
        marks += legend_sign(sign.shape, sign.fill, x, y)
        marks.append(Words(x + 19, y + 12, sign.words))
        x += room
    return marks, round(y + LINE + 6) if legend else 0
