"""A scenario as its page shows it, with every record that it names."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Assessment, Element, Obligation, Risk, Scenario
from dossier.model.risk import Indicator
from dossier.model.scenario import Effect, Norm


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """One scenario between its neighbours; norms, effects and signs come with their records."""

    scenario: Scenario
    norms: tuple[tuple[Obligation, Norm], ...]
    effects: tuple[tuple[Effect, tuple[Element | Obligation, ...]], ...]
    signs: tuple[tuple[Risk, Indicator], ...]
    risks: tuple[Risk, ...]
    elements: tuple[Element, ...]
    assessments: tuple[Assessment, ...]


def scenario_view(scenario: Scenario, dataset: Dataset) -> ScenarioView:
    """The page of one scenario; an indicator that its risk lacks is left to `unknown-reference`."""
    return ScenarioView(
        scenario=scenario,
        norms=tuple((dataset.obligations[norm.obligation], norm) for norm in scenario.norms),
        effects=tuple(
            (
                effect,
                (
                    *(dataset.elements[key] for key in effect.elements),
                    *(dataset.obligations[key] for key in effect.obligations),
                ),
            )
            for effect in scenario.effects
        ),
        signs=tuple(
            (dataset.risks[sign.risk], indicator)
            for sign in scenario.indicators
            for indicator in dataset.risks[sign.risk].indicators
            if indicator.id == sign.indicator
        ),
        risks=tuple(dataset.risks[key] for key in scenario.risks),
        elements=tuple(dataset.elements[key] for key in scenario.elements),
        assessments=tuple(dataset.assessments[key] for key in scenario.assessments),
    )
