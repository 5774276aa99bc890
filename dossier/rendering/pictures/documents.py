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
        (document for document in known if document.steps),
        key=lambda document: (document.date or document.steps[0].date, document.id),
    )


def picture(voice: Voice) -> Picture | Undrawn:
    """The ladder; its columns are the stages that the vocabulary calls rungs."""
    rungs = [
        stage
        for stage in voice.dataset.terms("stages")
        if stage in voice.dataset.flagged("stages", "rung")
    ]
    records = documents(voice)
    if not records:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    reached = Counter(step.stage for document in records for step in document.steps)
    rows = tuple(
        grid.Row(
            name_of(voice, document), tuple(_fields(voice, document, rungs)), voice.to(document)
        )
        for document in records
    )
    heads = tuple(sentence(voice.short("stages", rung)) for rung in rungs)
    wide, narrow = grid.forms(grid.Grid(heads, rows), 190)
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding",
            documents=voice.count("of_documents", len(records)),
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
                    Cell(name_of(voice, document), voice.to(document)),
                    *(_cell(voice, document, rung, rungs) for rung in rungs),
                )
                for document in records
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def name_of(voice: Voice, document: Document) -> str:
    """What a document is called: its name for pictures, else what its record is called."""
    if document.document_name is not None:
        return voice.text(document.document_name)
    if isinstance(document, Element):
        return voice.text(document.title)
    return title_in(document, voice.renderer.language)


def _step(document: Document, rung: str) -> Step | None:
    return next((step for step in document.steps if step.stage == rung), None)


def unknown(voice: Voice, document: Document, rung: str, rungs: list[str]) -> str:
    """What stands in the place of a rung: a later one was passed, or nothing was found."""
    last = max(rungs.index(step.stage) for step in document.steps)
    return "–" if rungs.index(rung) < last else voice("not_found")


def _fields(voice: Voice, document: Document, rungs: list[str]) -> list[grid.Field]:
    fields = []
    for rung in rungs:
        step = _step(document, rung)
        if step is None:
            fields.append(grid.Field(words=unknown(voice, document, rung, rungs)))
            continue
        shown = voice.dataset.elements[step.element] if step.element else document
        name = f"{voice.label('stages', rung)}: {voice.when(step.date)}. {name_of(voice, document)}"
        dots = (grid.Dot("word", "solid", voice.to(shown), name),)
        fields.append(grid.Field(dots, words=voice.short_date(step.date)))
    return fields


def _cell(voice: Voice, document: Document, rung: str, rungs: list[str]) -> Cell:
    step = _step(document, rung)
    if step is None:
        return Cell(unknown(voice, document, rung, rungs))
    shown = voice.dataset.elements[step.element] if step.element else document
    return Cell(voice.when(step.date), voice.to(shown))
