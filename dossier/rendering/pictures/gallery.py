"""All pictures of a dossier in one language, each drawn once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from dossier.rendering.pictures import (
    comparators,
    documents,
    evidence,
    exercises,
    indicators,
    places,
    procedure,
    promised,
    risk_timeline,
    sides,
    timeline,
    verdict_strip,
    verdicts,
    weight,
    words_and_deeds,
)
from dossier.rendering.pictures.picture import Picture, Undrawn
from dossier.rendering.pictures.voice import Voice

if TYPE_CHECKING:
    from dossier.rendering.renderer import Renderer

Draw = Callable[[Voice], Picture | Undrawn]

DRAWN: dict[str, Draw] = {
    module.ID: module.picture
    for module in (
        timeline,
        words_and_deeds,
        documents,
        weight,
        verdicts,
        verdict_strip,
        sides,
        indicators,
        exercises,
        places,
        promised,
        comparators,
        evidence,
    )
}


class Gallery:
    """The pictures under their ids, in the order in which the page of all pictures has them."""

    def __init__(self, renderer: Renderer) -> None:
        self._voice = Voice(renderer)
        self._known: dict[str, Draw] = dict(DRAWN)
        for risk in renderer.dataset.risks.values():
            name = f"{risk_timeline.PREFIX}{risk.id}"
            self._known[name] = partial(risk_timeline.picture, risk=risk)
        for scenario in renderer.dataset.scenarios.values():
            if scenario.procedure is not None:
                self._known[f"{procedure.PREFIX}{scenario.id}"] = partial(
                    procedure.picture, scenario=scenario, procedure=scenario.procedure
                )
        self._pictures: dict[str, Picture | Undrawn] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every picture that there could be."""
        return tuple(self._known)

    def __getitem__(self, name: str) -> Picture | Undrawn:
        """The picture under an id; KeyError if there is none."""
        if name not in self._pictures:
            self._pictures[name] = self._known[name](self._voice)
        return self._pictures[name]

    def drawn(self) -> tuple[Picture, ...]:
        """The pictures that their data fill."""
        pictures = (self[name] for name in self.ids)
        return tuple(picture for picture in pictures if isinstance(picture, Picture))
