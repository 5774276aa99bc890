"""What the statements of fact rest on: how many by corroboration."""

from __future__ import annotations

from dossier.rendering.pictures import bars
from dossier.rendering.pictures.picture import Cell, Picture, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.figures import figures

ID = "evidence"


def picture(voice: Voice) -> Picture | Undrawn:
    """Claims of all events by corroboration, in the order of the vocabulary."""
    counted = figures(voice.dataset)
    if not counted.claims:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    levels = [
        (sentence(voice.label("corroboration", level)), number)
        for level, number in counted.corroboration.items()
    ]
    wide, narrow = bars.forms(
        tuple(bars.Item(label, (bars.Bar(number, "solid"),)) for label, number in levels)
    )
    single = counted.corroboration.get("single_origin", 0)
    return Picture(
        id=ID,
        title=voice(f"{ID}.finding", claims=voice.count("of_claims", counted.claims), one=single),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice("corroboration"), voice("claims")),
            tuple((Cell(label), Cell(number)) for label, number in levels),
        ),
        missing=voice(f"{ID}.missing"),
    )
