"""The chapter of scenarios as plain data."""

from __future__ import annotations

from dossier.model import Scenario
from dossier.rendering.pdf.saying import Json, Saying
from dossier.rendering.views.risk import state_of
from dossier.rendering.views.scenario import scenario_view


def scenario(record: Scenario, say: Saying) -> Json:
    """One scenario in full."""
    view = scenario_view(record, say.dataset)
    return {
        **say.ref(record),
        "number": record.order,
        "checked": say.when(record.checked),
        "situation": say.text(record.situation),
        "norms": [
            {"item": say.ref(provision), "note": say.text(norm.note)}
            for provision, norm in view.norms
        ],
        "decides": say.text(record.decides),
        "effects": [
            {
                "text": say.text(effect.text),
                "assumption": effect.assumption,
                "refs": say.refs(records),
            }
            for effect, records in view.effects
        ],
        "actions": [
            {"actor": say.label("actors", action.actor), "text": say.text(action.text)}
            for action in record.actions
        ],
        "signs": [
            {
                "text": say.text(indicator.text),
                "state": say.label("indicator_states", state_of(indicator)),
                "risk": say.ref(risk),
            }
            for risk, indicator in view.signs
        ],
        "assumptions": [say.text(assumption) for assumption in record.assumptions],
        "risks": say.refs(view.risks),
        "elements": say.refs(view.elements),
        "assessments": say.refs(view.assessments),
        "note": say.text(record.note),
        "history": say.history(record.history),
    }
