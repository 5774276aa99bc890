"""A picture as files: SVG that stands alone, and its table as CSV. PNG is typeset from the SVG."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from dossier.rendering.pdf import downloads
from dossier.rendering.pictures.drawing import LINE, WIDE, Drawing, Link, Mark, Words, lines
from dossier.rendering.pictures.picture import Picture
from dossier.rendering.pictures.shapes import legend_sign

if TYPE_CHECKING:
    from dossier.rendering.renderer import Renderer

# The looks of `pictures.css` in ink on paper, for a file that no style sheet of ours reaches.
STYLE = (
    "text{font:400 13px 'Golos Text',sans-serif;fill:#211d17}"
    ".title{font:600 19px 'Source Serif 4',serif}.label,.number{font-weight:500}"
    ".quiet{fill:#5f574b}.paper{fill:#faf7f0}.rule{stroke:#d8d0c0}.axis{stroke:#8b8172}"
    ".edge{fill:#faf7f0;stroke:#211d17;stroke-width:1.2}.solid{fill:#211d17}.bar{fill:#5f574b}"
    ".hollow{fill:#faf7f0;stroke:#211d17}.broken{stroke-dasharray:2 2}"
    ".land{fill:#ece5d6;stroke:#8b8172;stroke-width:.7}.frame{fill:#faf7f0;stroke:#d8d0c0}"
    ".hatch{stroke:#8b8172;fill:none}.era{fill:#d8d0c0}.way{fill:none;stroke:#211d17}"
)


def files(renderer: Renderer, base: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files of every picture, by their addresses, and how to make each.

    `base` is where the site stands, or nothing.
    """
    for picture in renderer.pictures.drawn():
        yield picture.file("svg"), partial(_encoded, svg, picture, renderer, base)
        yield picture.file("csv"), partial(_encoded, table, picture)


def _encoded(make: Callable[..., str], *arguments: object) -> bytes:
    return make(*arguments).encode()


def table(picture: Picture) -> str:
    """The table as CSV (RFC 4180), in UTF-8; a cell that a spreadsheet would reckon is quoted."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_harmless(column) for column in picture.table.columns)
    writer.writerows([_harmless(cell.value) for cell in row] for row in picture.table.rows)
    return text.getvalue()


def _harmless(value: str | int) -> str | int:
    """The value with an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" else value


def svg(picture: Picture, renderer: Renderer, base: str) -> str:
    """The wide form with its finding above and its source below; without a site, without links."""
    title = lines(picture.title, WIDE, 19)
    about = lines(picture.about, WIDE)
    legend = _legend(picture, 0)
    deep = max((mark.y + 8 for mark in legend if isinstance(mark, Words)), default=0)
    place = base + picture.url if base else renderer.words("site_name")
    foot = lines(f"{picture.missing} {source(renderer)} {place}", WIDE)
    top = 26 + 24 * len(title) + LINE * len(about) + deep
    return renderer.render(
        "picture.svg",
        "",
        it=picture if base else _without_links(picture),
        title=title,
        about=about,
        foot=foot,
        legend=legend,
        deep=deep,
        top=top,
        height=round(top + picture.wide.height + 26 + LINE * len(foot), 1),
        style=STYLE,
        base=base,
    )


def source(renderer: Renderer) -> str:
    """The line under a picture: whose data, of which edition."""
    stamp = renderer.stamp
    date = renderer.when_text(stamp.checked) if stamp.checked else renderer.words("not_dated")
    return renderer.words("picture_source", date=date, version=stamp.version)


def for_templates(renderer: Renderer) -> dict[str, Any]:
    """What templates call to show a picture."""
    return {
        "picture": lambda name: renderer.pictures[name],
        "picture_source": lambda: source(renderer),
        "signs": legend_sign,
        "png_ready": downloads.ready(),
    }


def _legend(picture: Picture, y: float) -> list[Mark]:
    """The legend in one row above the drawing, or in as many as it needs."""
    marks: list[Mark] = []
    x = 0.0
    for sign in picture.legend:
        room = 24 + len(sign.words) * 8.2
        if x and x + room > WIDE:
            x, y = 0.0, y + LINE
        marks += legend_sign(sign.shape, sign.fill, x, y)
        marks.append(Words(x + 19, y + 12, sign.words))
        x += room
    return marks


def _without_links(picture: Picture) -> Picture:
    marks: list[Mark] = []
    for mark in picture.wide.marks:
        marks += mark.marks if isinstance(mark, Link) else [mark]
    return replace(picture, wide=Drawing(picture.wide.width, picture.wide.height, tuple(marks)))
