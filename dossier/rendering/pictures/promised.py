"""Promised and present: how far each project of the defence industry is shown to be."""

from __future__ import annotations

from dossier.dates import edtf
from dossier.model import Element
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence

ID = "projects"


def picture(voice: Voice) -> Picture | Undrawn:
    """Rows are projects, columns how far; each sign is an event, and an empty place says so."""
    dataset = voice.dataset
    steps = list(dataset.terms("project_steps"))
    shown: dict[tuple[str, str], list[Element]] = {}
    for element in dataset.elements.values():
        for progress in element.projects:
            shown.setdefault((progress.project, progress.step), []).append(element)
    projects = [
        name for name in dataset.terms("projects") if any((name, step) in shown for step in steps)
    ]
    if not projects:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    heads = tuple(sentence(voice.label("project_steps", step)) for step in steps)
    rows = tuple(
        grid.Row(
            sentence(voice.label("projects", name)),
            tuple(
                _field(voice, step, shown.get((name, step), []), _empty(voice, shown, name, step))
                for step in steps
            ),
        )
        for name in projects
    )
    short = tuple(sentence(voice.short("project_steps", step)) for step in steps)
    wide, narrow = grid.forms(grid.Grid(heads, rows), short=short)
    present = [
        name
        for name in projects
        if any(
            voice.fill("project_steps", step) == "solid" and (name, step) in shown for step in steps
        )
    ]
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            projects=voice.count("of_projects", len(projects)),
            number=len(present),
            named=voice.listed(voice.label("projects", name) for name in present),
        )
        if present
        else voice(f"{ID}.finding.none", projects=voice.count("of_projects", len(projects))),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("project"), *heads),
            tuple(
                (
                    Cell(sentence(voice.label("projects", name))),
                    *(
                        _cell(voice, shown.get((name, step), []), _empty(voice, shown, name, step))
                        for step in steps
                    ),
                )
                for name in projects
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


Shown = dict[tuple[str, str], list[Element]]


def _empty(voice: Voice, shown: Shown, name: str, step: str) -> str:
    """What stands in an empty place: nothing was found, or a later step is shown."""
    steps = list(voice.dataset.terms("project_steps"))
    later = steps[steps.index(step) + 1 :]
    return "–" if any((name, other) in shown for other in later) else voice("not_found")


def _years(voice: Voice, elements: list[Element], empty: str) -> str:
    moments = [edtf.parse(element.date) for element in elements]
    years = sorted({moment.year for moment in moments if moment.knows_year})
    return ", ".join(map(str, years)) or (voice("undated") if elements else empty)


def _field(voice: Voice, step: str, elements: list[Element], empty: str) -> grid.Field:
    return grid.Field(
        tuple(
            grid.Dot(
                element.mode,
                voice.fill("project_steps", step),
                voice.to(element),
                f"{voice.text(element.title)}, {voice.when(element.date)}",
            )
            for element in elements
        ),
        words=_years(voice, elements, empty),
    )


def _cell(voice: Voice, elements: list[Element], empty: str) -> Cell:
    if len(elements) == 1:
        return Cell(_years(voice, elements, empty), voice.to(elements[0]))
    return Cell(_years(voice, elements, empty))
