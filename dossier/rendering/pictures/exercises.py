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
    exercises = [
        (element, exercise)
        for element in dataset.elements.values()
        for exercise in element.exercises
    ]
    years = sorted({_year(exercise) for _, exercise in exercises})
    if not exercises:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    formats = [
        name for name in dataset.terms("exercise_formats") if any(
            exercise.format == name for _, exercise in exercises)
    ]  # fmt: skip
    counts = Counter((exercise.format, exercise.part) for _, exercise in exercises)
    parts = [
        part for part in dataset.terms("exercise_parts") if any(counts[f, part] for f in formats)
    ]
    rows = tuple(
        grid.Row(
            f"{sentence(voice.label('exercise_formats', name))}: "
            f"{sum(counts[name, part] for part in parts)}",
            tuple(_field(voice, exercises, name, year) for year in years),
        )
        for name in formats
    )
    heads = tuple(map(str, years))
    wide, narrow = grid.forms(
        grid.Grid(heads, rows), short=tuple(f"’{year % 100:02}" for year in years)
    )
    named = {element.kind for element, _ in exercises}
    unnamed = [
        element
        for element in dataset.elements.values()
        if element.kind in named and not element.exercises
    ]
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            exercises=voice.count("exercises", len(exercises)),
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
                    Cell(voice.text(exercise.name), voice.to(element)),
                    Cell(str(_year(exercise))),
                    Cell(voice.label("exercise_formats", exercise.format)),
                    Cell(voice.label("exercise_parts", exercise.part)),
                )
                for element, exercise in sorted(
                    exercises, key=lambda pair: (_year(pair[1]), pair[1].date)
                )
            ),
        ),
        missing=voice(f"{ID}.missing", unnamed=voice.count("records", len(unnamed))),
        legend=tuple(
            Sign("deed", voice.fill("exercise_parts", part), voice.label("exercise_parts", part))
            for part in parts
        ),
    )


def _year(exercise: Exercise) -> int:
    return edtf.parse(exercise.date).year


def _field(
    voice: Voice, exercises: list[tuple[Element, Exercise]], name: str, year: int
) -> grid.Field:
    return grid.Field(
        tuple(
            grid.Dot(
                "deed",
                voice.fill("exercise_parts", exercise.part),
                voice.to(element),
                f"{voice.text(exercise.name)}, {voice.when(exercise.date)}: "
                f"{voice.label('exercise_parts', exercise.part)}",
            )
            for element, exercise in exercises
            if exercise.format == name and _year(exercise) == year
        )
    )
