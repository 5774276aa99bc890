"""The register of risks as plain data: every risk in full, both sides with equal room."""

from __future__ import annotations

from dossier.model import Risk
from dossier.model.risk import Evidence, Indicator, Judgement, Looked
from dossier.rendering.pdf.saying import Json, Saying, Wording
from dossier.rendering.views.risk import (
    Item,
    RiskView,
    Side,
    Stand,
    Tally,
    Voices,
    risk_view,
    state_of,
    tallies,
)


def risk(record: Risk, say: Saying) -> Json:
    """One entry of the register."""
    view = risk_view(record, say.dataset)
    pro, con = tallies(record)
    return {
        **say.ref(record),
        "number": record.order,
        "status": say.label("risk_statuses", record.status),
        "likelihood": _judgement(record.likelihood, say),
        "confidence": _judgement(record.confidence, say),
        "checked": say.when(record.checked),
        "objective": say.text(record.objective),
        "objective_from": say.refs(view.objective_from),
        "risk_source": say.text(record.risk_source),
        "event": say.text(record.event),
        "consequence": say.text(record.consequence),
        "asserted_by": say.refs(view.asserted_by),
        "mechanism": _mechanism(record, view, say),
        "controls": _evidence(view.controls, say),
        "pro": _side(view.pro, pro, say),
        "con": _side(view.con, con, say),
        "support": say.text(record.strongest_support),
        "counter": say.text(record.strongest_counter),
        "voices_note": say.text(record.voices_note),
        "positions": [_stand(stand, say) for stand in view.stands],
        "hypotheses": [say.text(hypothesis.text) for hypothesis in view.hypotheses],
        "rows": [
            {
                "item": say.ref(row.item),
                "weights": ["−" if weight == "-" else weight for weight in row.weights],
                "spoken": [say.phrase(f"weight.{weight}") for weight in row.weights],
                "why": say.text(row.why.why),
                "diagnostic": row.diagnostic,
            }
            for row in view.rows
        ],
        "assumptions": [
            {"text": say.text(item.text), "breaks": say.text(item.breaks)}
            for item in record.assumptions
        ],
        "legal_test": say.text(record.legal_test),
        "legal_class": say.label("obligation_classes", record.legal_class),
        "obligations": say.refs(view.obligations),
        "raising": [_indicator(item, say) for item in view.raising],
        "lowering": [_indicator(item, say) for item in view.lowering],
        "balance": say.text(record.balance),
        "scenarios": say.refs(view.scenarios),
        "questions": say.refs(view.questions),
        "history": say.history(record.history),
    }


def _judgement(value: Judgement | str, say: Saying) -> Json | None:
    if isinstance(value, Judgement):
        return {"value": value.value, "by": say.ref(say.dataset.assessments[value.by])}
    return None


def _mechanism(record: Risk, view: RiskView, say: Saying) -> list[Json]:
    return [
        {
            "text": say.text(link.text),
            "assumption": link.assumption,
            "elements": say.refs(elements),
        }
        for link, (_, elements) in zip(record.mechanism, view.links, strict=True)
    ]


def _evidence(items: tuple[tuple[Item, Evidence], ...], say: Saying) -> list[Json]:
    return [{"item": say.ref(item), "note": say.text(evidence.note)} for item, evidence in items]


def _side(side: Side, tally: Tally, say: Saying) -> Json:
    return {
        "tally": say.phrase("tally", data=tally.data, opinions=tally.opinions),
        "evidence": _evidence(side.evidence, say),
        "voices": [
            {
                "names": _voices_names(voices, say),
                "arguments": [
                    {
                        **say.ref(assessment),
                        "text": say.text(assessment.text),
                        "cites": say.cites(assessment.cites),
                    }
                    for assessment in voices.assessments
                ],
            }
            for voices in side.voices
        ],
    }


def _voices_names(voices: Voices, say: Saying) -> list[Wording | None]:
    name = f"voices.{voices.group}"
    return [say.phrase(name)] if name in say.words else say.labels("voices", voices.terms)


def _stand(stand: Stand, say: Saying) -> Json:
    position = stand.position
    return {
        "capital": say.label("capitals", position.capital),
        "text": say.text(position.text),
        "searched": _search(position.searched, say),
        "refs": say.refs(stand.records),
    }


def _search(looked: Looked | None, say: Saying) -> Json | None:
    return {"when": say.when(looked.date), "note": say.text(looked.note)} if looked else None


def _indicator(indicator: Indicator, say: Saying) -> Json:
    return {
        "text": say.text(indicator.text),
        "threshold": say.text(indicator.threshold),
        "state": say.label("indicator_states", state_of(indicator)),
        "searched": _search(indicator.searched, say),
        "note": say.text(indicator.note),
        "observed": say.refs(say.dataset.elements[name] for name in indicator.observed),
    }
