"""What would raise or lower the risks, and how much of it has been seen."""

from __future__ import annotations

from dataclasses import replace

from dossier.model import Risk
from dossier.model.risk import Indicator
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.drawing import NARROW, WIDE
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.risk import state_of

ID = "indicators"
DIRECTIONS = ("raises", "lowers")


def picture(voice: Voice) -> Picture | Undrawn:
    """The board as signs: one for each indicator, under its direction, beside its state."""
    watched = [
        (risk, indicator) for risk in voice.dataset.risks.values() for indicator in risk.indicators
    ]
    if not watched:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    states = tuple(voice.dataset.terms("indicator_states"))

    def members(direction: str, state: str) -> list[tuple[Risk, Indicator]]:
        return [
            pair
            for pair in watched
            if pair[1].direction == direction and state_of(pair[1]) == state
        ]

    heads = tuple(sentence(voice.label("indicator_directions", d)) for d in DIRECTIONS)
    rows = tuple(
        grid.Row(
            sentence(voice.label("indicator_states", state)),
            tuple(
                grid.Field(_dots(voice, state, pairs), number=len(pairs))
                for pairs in (members(direction, state) for direction in DIRECTIONS)
            ),
        )
        for state in states
    )
    wide = grid.drawn(grid.Grid(heads, rows), WIDE, grid.LABEL)
    narrow = grid.drawn(grid.Grid(heads, tuple(map(_plain, rows))), NARROW, 0)
    whole = [state for state in states if voice.fill("indicator_states", state) == "solid"]
    seen = {d: sum(len(members(d, state)) for state in whole) for d in DIRECTIONS}
    total = {d: sum(i.direction == d for _, i in watched) for d in DIRECTIONS}
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            **{f"{d}_seen": seen[d] for d in DIRECTIONS},
            **{f"{d}_all": total[d] for d in DIRECTIONS},
        ),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice(f"{ID}.state"), *heads),
            tuple(
                (
                    Cell(sentence(voice.label("indicator_states", state))),
                    *(Cell(len(members(d, state))) for d in DIRECTIONS),
                )
                for state in states
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def _plain(row: grid.Row) -> grid.Row:
    """The row for a phone: its signs are too small for a finger, and lead nowhere."""
    return replace(
        row,
        fields=tuple(
            replace(field, dots=tuple(replace(dot, href="", name="") for dot in field.dots))
            for field in row.fields
        ),
    )


def _dots(voice: Voice, state: str, pairs: list[tuple[Risk, Indicator]]) -> tuple[grid.Dot, ...]:
    fill = voice.fill("indicator_states", state)
    return tuple(
        grid.Dot(
            "fact",
            fill,
            f"{voice.to(risk)}#{indicator.id}",
            f"{voice.text(indicator.text)} ({voice.text(risk.title)})",
        )
        for risk, indicator in pairs
    )
