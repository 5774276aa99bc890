"""Exercises by year and format, each once, however many records tell of it."""

from __future__ import annotations

from collections import Counter

from dossier.dates import edtf
from dossier.model import Element
from dossier.model.progress import Exercise
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence

ID = "exercises"


def picture(voice: Voice) -> Picture | Undrawn:
    """Rows are formats, columns the years that have any; the signs say who did what."""
    dataset = voice.dataset
    found = [(element, one) for element in dataset.elements.values() for one in element.exercises]
    years = sorted({_year(one) for _, one in found})
    if not found:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    formats = [
        name for name in dataset.terms("exercise_formats") if any(
            one.format == name for _, one in found)
    ]  # fmt: skip
    counts = Counter((one.format, one.part) for _, one in found)
    parts = [
        part for part in dataset.terms("exercise_parts") if any(counts[f, part] for f in formats)
    ]
    rows = tuple(
        grid.Row(
            f"{sentence(voice.label('exercise_formats', name))}: "
            f"{sum(counts[name, part] for part in parts)}",
            tuple(_field(voice, found, name, year) for year in years),
        )
        for name in formats
    )
    heads = tuple(map(str, years))
    wide, narrow = grid.forms(
        grid.Grid(heads, rows), short=tuple(f"’{year % 100:02}" for year in years)
    )
    named = {element.kind for element, _ in found}
    unnamed = [
        element
        for element in dataset.elements.values()
        if element.kind in named and not element.exercises
    ]
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            exercises=voice.count("exercises", len(found)),
            formats="; ".join(
                f"{voice.label('exercise_formats', name)} — "
                f"{sum(counts[name, part] for part in parts)}"
                for name in formats
            ),
        ),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("exercise"), voice("year"), voice(f"{ID}.format"), voice(f"{ID}.part")),
            tuple(
                (
                    Cell(voice.text(one.name), voice.to(element)),
                    Cell(str(_year(one))),
                    Cell(voice.label("exercise_formats", one.format)),
                    Cell(voice.label("exercise_parts", one.part)),
                )
                for element, one in sorted(found, key=lambda pair: (_year(pair[1]), pair[1].date))
            ),
        ),
        missing=voice(f"{ID}.missing", unnamed=voice.count("records", len(unnamed))),
        legend=tuple(
            Sign("deed", voice.fill("exercise_parts", part), voice.label("exercise_parts", part))
            for part in parts
        ),
    )


def _year(one: Exercise) -> int:
    return edtf.parse(one.date).year


def _field(voice: Voice, found: list[tuple[Element, Exercise]], name: str, year: int) -> grid.Field:
    return grid.Field(
        tuple(
            grid.Dot(
                "deed",
                voice.fill("exercise_parts", one.part),
                voice.to(element),
                f"{voice.text(one.name)}, {voice.when(one.date)}: "
                f"{voice.label('exercise_parts', one.part)}",
            )
            for element, one in found
            if one.format == name and _year(one) == year
        )
    )
