"""The map: where the events of the cooperation took place, as exactly as the records tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.model import Element, Text
from dossier.model.vocabulary import TermFlag, VocabularyTerm
from dossier.rendering.pictures import atlas, spots
from dossier.rendering.pictures.atlas import Atlas, Point
from dossier.rendering.pictures.picture import FOLDER, Cell, Picture, Sign, Table, Undrawn
from dossier.rendering.pictures.voice import Voice, sentence
from dossier.rendering.views.chronology import Filter, select

ID = "map"
AXIS = "places"
# What took place somewhere by its sign: words of any kind; deeds by a flag of their kind.
SIGNS = {
    "talks": "diamond", "drill": "circle", "school": "triangle", "goods": "square", "other": "cross"
}  # fmt: skip
DEEDS: tuple[TermFlag, ...] = ("drill", "school", "goods")
PRECISION = {"exact": "solid", "near": "half", "country": "outline"}


@dataclass(slots=True)
class Place:
    """A place as the records name it: `anchor` is what it is drawn at, if anything."""

    name: str
    precision: str
    anchor: str
    at: Point | None
    events: list[Element] = field(default_factory=list)


def picture(voice: Voice) -> Picture | Undrawn:
    """Places on the outline of the dossier; one without an outline has no map."""
    outline = atlas.read(voice.dataset.data)
    if outline is None:
        return Undrawn(ID, voice(f"{ID}.about"), voice(f"{ID}.no_outline"))
    events = [entry.element for entry in select(voice.dataset, Filter(scope="cooperation"))]
    placed = [event for event in events if event.places]
    places = list(_places(voice, outline, placed))
    drawn = [place for place in places if place.at]
    if not drawn:
        return Undrawn(ID, voice(f"{ID}.about"), voice("nothing"))
    shown = tuple(_spots(voice, drawn))
    present = {sign for spot in shown for sign, _ in spot.counts}
    wide, narrow = spots.forms(outline, shown)
    return Picture(
        id=ID,
        title=_finding(voice, shown, len(placed)),
        about=voice(f"{ID}.about"),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice(f"{ID}.place"), voice(f"{ID}.precision"), voice("total"), voice(f"{ID}.events")),
            tuple(_row(voice, place) for place in places),
        ),
        missing=voice(
            f"{ID}.missing",
            unnamed=voice.count("events", len(events) - len(placed)),
            left="; ".join(place.name for place in places if not place.at) or "–",
            source=outline.source,
        ),
        legend=(
            *(
                Sign(shape, "solid", voice(f"{ID}.{name}"))
                for name, shape in SIGNS.items()
                if shape in present
            ),
            *(
                Sign("pin", fill, voice(f"{ID}.{precision}"))
                for precision, fill in PRECISION.items()
            ),
        ),
    )


def _places(voice: Voice, outline: Atlas, events: list[Element]) -> Iterator[Place]:
    """Every place once, the most named first."""
    known = _by_name(voice)
    places: dict[str, Place] = {}
    for event in events:
        for named in event.places:
            key, term = known.get(_fold(named), ("", None))
            name = key or _fold(named)
            if name not in places:
                places[name] = _place(voice, outline, named, key, term)
            if event not in places[name].events:
                places[name].events.append(event)
    yield from sorted(places.values(), key=lambda place: (-len(place.events), place.name))


def _by_name(voice: Voice) -> dict[str, tuple[str, VocabularyTerm]]:
    """The places of the vocabulary by their English names and other spellings."""
    known = {}
    for key, term in voice.dataset.terms(AXIS).items():
        for name in (term.label.en, *term.aliases):
            if name:
                known[name.casefold()] = (key, term)
    return known


def _fold(name: Text) -> str:
    return (name.en or name.ru).casefold()


def _place(
    voice: Voice, outline: Atlas, named: Text, key: str, term: VocabularyTerm | None
) -> Place:
    """The town itself, the town that it lies in or near, its country, or no place on the map."""
    if term is None:
        return Place(voice.text(named), "", "", None)
    name = voice.text(term.label)
    for precision, anchor in (("exact", key), ("near", term.broader or "")):
        town = outline.settlements.get(anchor)
        if town and outline.holds(town.at):
            return Place(name, precision, anchor, town.at)
    middle = outline.countries.get(term.state or "")
    if middle and outline.holds(middle):
        return Place(name, "country", term.state or "", middle)
    return Place(name, "", "", None)


def _spots(voice: Voice, places: list[Place]) -> Iterator[spots.Spot]:
    """What is drawn: the places of one town or country together."""
    groups: dict[tuple[str, bool], list[Place]] = {}
    for place in places:
        groups.setdefault((place.anchor, place.precision == "country"), []).append(place)
    for (anchor, is_country), members in groups.items():
        events = {event.id: event for place in members for event in place.events}
        signs = Counter(_sign(voice, event) for event in events.values())
        name = voice.label("actors" if is_country else AXIS, anchor)
        first = members[0]
        fill = PRECISION[first.precision if len({p.precision for p in members}) == 1 else "near"]
        yield spots.Spot(
            name=name,
            at=first.at or (0, 0),
            fill=fill,
            counts=tuple((s, signs[s]) for s in SIGNS.values() if signs[s]),
            href=voice.to(next(iter(events.values())))
            if len(events) == 1
            else f"{FOLDER}/{ID}.html#after-{ID}",
            words=f"{name}: {voice.count('events', len(events))}",
        )


def _sign(voice: Voice, event: Element) -> str:
    """The sign of what took place: talks and signatures, an exercise, training, things."""
    if event.mode == "word":
        return SIGNS["talks"]
    for flag in DEEDS:
        if event.kind in voice.dataset.flagged("kinds", flag):
            return SIGNS[flag]
    return SIGNS["other"]


def _finding(voice: Voice, shown: tuple[spots.Spot, ...], placed: int) -> str:
    """The two places that are named most often, with their numbers."""
    most = sorted(shown, key=lambda spot: (-spot.number, spot.name))[:2]
    return voice(
        f"{ID}.finding",
        places=voice.listed(f"{spot.name} — {spot.number}" for spot in most),
        events=voice.count("of_events", placed),
    )


def _row(voice: Voice, place: Place) -> tuple[Cell, ...]:
    events = sorted(place.events, key=lambda event: (event.date, event.id))
    parts = tuple(
        Cell(f"{voice.text(event.title)}, {voice.short_date(event.date)}", voice.to(event))
        for event in events
    )
    return (
        Cell(sentence(place.name)),
        Cell(voice(f"{ID}.{place.precision}" if place.at else f"{ID}.not_drawn")),
        Cell(len(events)),
        Cell("; ".join(str(part.value) for part in parts), parts=parts),
    )
