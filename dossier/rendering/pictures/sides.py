"""What speaks for and against each risk: data and opinions apart, no sum and no ranking."""

from __future__ import annotations

from dossier.rendering.pictures import bars
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.voice import Voice
from dossier.rendering.views.risk import tallies

ID = "for-and-against"


def picture(voice: Voice) -> Picture | Undrawn:
    """The picture of the register."""
    risks = [(risk, *tallies(risk)) for risk in voice.dataset.risks.values()]
    if not any(pro.data + pro.opinions + con.data + con.opinions for _, pro, con in risks):
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    items = tuple(
        bars.Item(
            voice.text(risk.title),
            (bars.Bar(con.data, "solid"), bars.Bar(con.opinions, "hollow")),
            (bars.Bar(pro.data, "solid"), bars.Bar(pro.opinions, "hollow")),
            voice.to(risk),
        )
        for risk, pro, con in risks
    )
    wide, narrow = bars.forms(items, (voice("for"), voice("against")))
    both = sum(pro.data > 0 < con.data for _, pro, con in risks)
    more = sum(pro.data > con.data for _, pro, con in risks)
    less = sum(pro.data < con.data for _, pro, con in risks)
    return Picture(
        id=ID,
        title=voice(
            f"{ID}.finding.{'all' if both == len(risks) else 'some'}",
            risks=voice.count("of_risks", len(risks)),
            both=both,
            more=voice.some(more),
            less=voice.some(less),
            equal=voice.some(len(risks) - more - less),
        ),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            tuple(voice(key) for key in ("risk", "for.data", "for.opinions", "against.data",
                                         "against.opinions")),
            tuple(
                (
                    Cell(voice.text(risk.title), voice.to(risk)),
                    *(Cell(n) for n in (pro.data, pro.opinions, con.data, con.opinions)),
                )
                for risk, pro, con in risks
            ),
        ),
        missing=voice(f"{ID}.missing"),
        legend=(Sign("bar", "solid", voice("data")), Sign("bar", "hollow", voice("opinions"))),
    )  # fmt: skip
