"""The ladder of documents: how far each has got, with the day of every rung."""

from __future__ import annotations

from collections import Counter

from dossier.model import Element, Obligation
from dossier.model.naming import title_in
from dossier.model.progress import Step
from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence

ID = "documents"

Document = Element | Obligation


def documents(voice: Voice) -> list[Document]:
    """The records that have steps, by the day of signature or the first step."""
    dataset = voice.dataset
    known: list[Document] = [*dataset.elements.values(), *dataset.obligations.values()]
    return sorted(
        (one for one in known if one.steps), key=lambda one: (one.date or one.steps[0].date, one.id)
    )


def picture(voice: Voice) -> Picture | Undrawn:
    """The ladder; its columns are the stages that the vocabulary calls rungs."""
    rungs = [
        stage
        for stage in voice.dataset.terms("stages")
        if stage in voice.dataset.flagged("stages", "rung")
    ]
    found = documents(voice)
    if not found:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    reached = Counter(step.stage for one in found for step in one.steps)
    rows = tuple(
        grid.Row(name_of(voice, one), tuple(_fields(voice, one, rungs)), voice.to(one))
        for one in found
    )
    heads = tuple(sentence(voice.short("stages", rung)) for rung in rungs)
    wide, narrow = grid.forms(grid.Grid(heads, rows), 190)
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            documents=voice.count("of_documents", len(found)),
            rungs=voice.listed(
                f"{voice.short('stages', rung)} — {reached[rung]}" for rung in rungs[1:]
            ),
        ),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("document"), *heads),
            tuple(
                (
                    Cell(name_of(voice, one), voice.to(one)),
                    *(_cell(voice, one, rung, rungs) for rung in rungs),
                )
                for one in found
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def name_of(voice: Voice, one: Document) -> str:
    """What a document is called: its name for pictures, else what its record is called."""
    if one.document_name is not None:
        return voice.text(one.document_name)
    if isinstance(one, Element):
        return voice.text(one.title)
    return title_in(one, voice.renderer.language)


def _step(one: Document, rung: str) -> Step | None:
    return next((step for step in one.steps if step.stage == rung), None)


def unknown(voice: Voice, one: Document, rung: str, rungs: list[str]) -> str:
    """What stands in the place of a rung: a later one was passed, or nothing was found."""
    last = max(rungs.index(step.stage) for step in one.steps)
    return "–" if rungs.index(rung) < last else voice("not_found")


def _fields(voice: Voice, one: Document, rungs: list[str]) -> list[grid.Field]:
    fields = []
    for rung in rungs:
        step = _step(one, rung)
        if step is None:
            fields.append(grid.Field(words=unknown(voice, one, rung, rungs)))
            continue
        shown = voice.dataset.elements[step.element] if step.element else one
        name = f"{voice.label('stages', rung)}: {voice.when(step.date)}. {name_of(voice, one)}"
        dots = (grid.Dot("word", "solid", voice.to(shown), name),)
        fields.append(grid.Field(dots, words=voice.short_date(step.date)))
    return fields


def _cell(voice: Voice, one: Document, rung: str, rungs: list[str]) -> Cell:
    step = _step(one, rung)
    if step is None:
        return Cell(unknown(voice, one, rung, rungs))
    shown = voice.dataset.elements[step.element] if step.element else one
    return Cell(voice.when(step.date), voice.to(shown))
