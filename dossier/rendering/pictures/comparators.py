"""The cooperation beside its comparators: how many events of each kind."""

from __future__ import annotations

from dossier.rendering import addresses
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.comparison import Column, comparison

ID = "comparators"
LABEL = 130


def picture(voice: Voice) -> Picture | Undrawn:
    """Rows are kinds; on a phone the columns bear numbers, which the key explains."""
    view = comparison(voice.dataset)
    columns = view.columns
    if len(columns) < 2:
        return Undrawn(ID, voice(f"{ID}.about", columns=""), voice("nothing"))
    names = [voice.label(column.axis, column.term) for column in columns]
    most = max(cell.number for column in columns for cell in column.cells)
    rows = tuple(
        grid.Row(
            sentence(voice.label("kinds", kind)),
            tuple(_field(voice, column, place, most) for column in columns),
        )
        for place, kind in enumerate(view.kinds)
    )
    numbers = tuple(f"({number})" for number, _ in enumerate(names, 1))
    heads = tuple(
        f"{number} {voice.short(column.axis, column.term)}"
        for number, column in zip(numbers, columns, strict=True)
    )
    wide, narrow = grid.forms(grid.Grid(heads, rows), LABEL, numbers)
    key = "; ".join(
        f"({number}) {name} — {column.number}"
        for number, (name, column) in enumerate(zip(names, columns, strict=True), 1)
    )
    shared = sum(
        columns[0].cells[place].number > 0
        and any(column.cells[place].number for column in columns[1:])
        for place, _ in enumerate(view.kinds)
    )
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            shared=shared,
            kinds=voice.count("of_kinds", sum(cell.number > 0 for cell in columns[0].cells)),
        ),
        about=voice(f"{ID}.about", columns=key),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("kind"), *map(sentence, names)),
            tuple(
                (
                    Cell(sentence(voice.label("kinds", kind))),
                    *(Cell(column.cells[place].number) for column in columns),
                )
                for place, kind in enumerate(view.kinds)
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def _field(voice: Voice, column: Column, place: int, most: int) -> grid.Field:
    number = column.cells[place].number
    if not number:
        return grid.Field(words="–")
    href = addresses.comparison(column.term) if column.axis == "comparisons" else ""
    name = f"{voice.label(column.axis, column.term)}: {number}"
    return grid.Field(words=str(number), share=number / most, href=href, name=name)
