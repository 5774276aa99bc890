"""A risk in time: its causal chain, what speaks for it and against it, and the norms it touches."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.dates import edtf
from dossier.model import Element, Obligation, Risk
from dossier.model.naming import title_in
from dossier.rendering.pictures import lanes
from dossier.rendering.pictures.picture import Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.timeline import time_of
from dossier.rendering.pictures.voice import Voice

PREFIX = "risk-"

Item = Element | Obligation


def picture(voice: Voice, risk: Risk) -> Picture | Undrawn:
    """The lanes of one risk; a record stands in each role that the risk gives it."""
    name = f"{PREFIX}{risk.id}"
    about = voice("risk.about", risk=voice.text(risk.title))
    roles = {role: _dated(items) for role, items in _items(voice, risk).items()}
    moments = [edtf.parse(item.date or "") for items in roles.values() for item in items]
    if len(moments) < 2:
        return Undrawn(name, about, voice("too_few", number=len(moments)))
    time = time_of(voice, [moment.year for moment in moments])
    drawn = tuple(
        lanes.Lane(voice(f"risk.{role}"), "", tuple(_event(voice, item) for item in items))
        for role, items in roles.items()
        if items
    )
    notes = (
        voice("timeline.early", turn=time.turn),
        voice("timeline.even"),
        voice("timeline.thin"),
    )
    return Picture(
        id=name,
        title=voice(
            "risk.finding",
            risk=voice.text(risk.title),
            pro=len(roles["for"]),
            con=len(roles["against"]),
            first=time.first,
            last=time.last,
        ),
        about=about,
        wide=lanes.wide(drawn, (), time, notes),
        narrow=lanes.narrow(drawn, (), time, notes),
        table=Table(
            (voice("record"), voice("date"), voice("risk.role")),
            tuple(
                (
                    Cell(_name(voice, item), voice.to(item)),
                    Cell(voice.when(item.date or "")),
                    Cell(voice(f"risk.{role}")),
                )
                for role, items in roles.items()
                for item in items
            ),
        ),
        missing=voice("risk.missing"),
        legend=(
            *(
                Sign(mode, "solid", voice.label("modes", mode))
                for mode in voice.dataset.terms("modes")
            ),
            Sign("forecast", "solid", voice("risk.norm")),
            Sign("deed", "outline", voice("timeline.context")),
        ),
    )


def _items(voice: Voice, risk: Risk) -> dict[str, list[Item]]:
    dataset = voice.dataset

    def of(evidence: Iterable[object]) -> list[Item]:
        items: list[Item] = []
        for entry in evidence:
            if name := getattr(entry, "element", None):
                items.append(dataset.elements[name])
            elif name := getattr(entry, "obligation", None):
                items.append(dataset.obligations[name])
        return items

    chain = dict.fromkeys(name for link in risk.mechanism for name in link.elements)
    norms = dict.fromkeys((*risk.objective_from, *risk.obligations))
    return {
        "chain": [dataset.elements[name] for name in chain],
        "for": of(risk.evidence_for),
        "against": of(risk.evidence_against),
        "norms": [dataset.obligations[name] for name in norms],
    }


def _dated(items: list[Item]) -> list[Item]:
    """Those whose year is known, in their order in time."""
    known = [item for item in items if item.date and edtf.parse(item.date).knows_year]
    return sorted(known, key=lambda item: edtf.parse(item.date or "").sort_key)


def _name(voice: Voice, item: Item) -> str:
    if isinstance(item, Obligation):
        return title_in(item, voice.renderer.language)
    return voice.text(item.title)


def _event(voice: Voice, item: Item) -> lanes.Event:
    moment = edtf.parse(item.date or "")
    name = f"{voice.when(item.date or '')}. {_name(voice, item)}"
    if isinstance(item, Obligation):
        return lanes.Event(moment, "forecast", "solid", voice.to(item), name)
    fill = "solid" if item.scope == "cooperation" else "outline"
    return lanes.Event(moment, item.mode, fill, voice.to(item), name)
