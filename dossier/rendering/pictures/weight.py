"""The weight of obligations: classes against whose law they stand in."""

from __future__ import annotations

from collections import Counter

from dossier.rendering.pictures import grid
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence

ID = "obligations"


def picture(voice: Voice) -> Picture | Undrawn:
    """Provisions by class and law, and the documents of the cooperation beside them."""
    dataset = voice.dataset
    provisions = list(dataset.obligations.values())
    legal = dataset.flagged("kinds", "legal")
    own = [
        element
        for element in dataset.elements.values()
        if element.scope == "cooperation" and element.kind in legal
    ]
    if not provisions or not own:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    counts = Counter((provision.scope, provision.obligation) for provision in provisions)
    documents = Counter(element.obligation for element in own)
    classes = list(dataset.terms("obligation_classes"))
    scopes = [
        scope
        for scope in dataset.terms("obligation_scopes")
        if any(provision.scope == scope for provision in provisions)
    ]
    numbers = {
        name: [*(counts[scope, name] for scope in scopes), documents[name]] for name in classes
    }
    most = max(number for row in numbers.values() for number in row)
    heads = (*(sentence(voice.short("obligation_scopes", s)) for s in scopes), voice(f"{ID}.own"))
    rows = tuple(
        grid.Row(
            sentence(voice.label("obligation_classes", name)),
            tuple(
                grid.Field(words=str(n), share=n / most) if n else grid.Field(words="0")
                for n in numbers[name]
            ),
        )
        for name in classes
    )
    wide, narrow = grid.forms(grid.Grid(heads, rows))
    top = max((place for place, name in enumerate(classes) if documents[name]), default=-1)
    heavier = [name for name in classes[top + 1 :] if sum(numbers[name])]
    return Picture(
        id=ID,
        title=_finding(voice, len(own), classes[top], heavier),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice(f"{ID}.class"), *heads),
            tuple(
                (
                    Cell(sentence(voice.label("obligation_classes", name))),
                    *(Cell(n) for n in numbers[name]),
                )
                for name in classes
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def _finding(voice: Voice, documents: int, top: str, heavier: list[str]) -> str:
    return voice(
        f"{ID}.finding" if heavier else f"{ID}.finding.alike",
        documents=voice.count("of_papers", documents),
        top=voice.label("obligation_classes", top),
        heavier=voice.listed(voice.label("obligation_classes", name) for name in heavier),
    )
