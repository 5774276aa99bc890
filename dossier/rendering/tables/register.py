"""Tables of the register: risks, their indicators, and the scenarios that play them out."""

from __future__ import annotations

from typing import Any, NamedTuple

from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.model import Question, Risk, Scenario
from dossier.model.risk import Indicator
from dossier.rendering.tables.columns import Fields, labelled, page_columns
from dossier.rendering.tables.definition import Column, Table, bilingual, joined
from dossier.rendering.views.risk import state_of


class Watched(NamedTuple):
    """An indicator and the risk that it would raise or lower."""

    risk: Risk
    indicator: Indicator


def risks(dataset: Dataset) -> Table:
    """The register of risks, in its own order, which is no ranking."""
    fields = Fields(Risk, dataset)
    return Table(
        "risks",
        _("The register, without a likelihood that nobody has stated."),
        (
            *fields("id", "order", "title", "status", "objective", "objective_from", "risk_source",
                    "event", "consequence", "balance", "strongest_support", "strongest_counter",
                    "legal_test", "legal_class", "asserted_by", "obligations", "arguments_for",
                    "arguments_against"),
            *_evidence("evidence_for", _("Events and provisions that speak for the risk.")),
            *_evidence("evidence_against", _("Events and provisions that speak against it.")),
            *_evidence("controls", _("Events and provisions that restrain it.")),
            *_judgement("likelihood", _("A likelihood that somebody stated, or `not_assessed`.")),
            *_judgement("confidence", _("A confidence that somebody stated, or `not_assessed`.")),
            Column("questions", "string", _("The open questions that bear on it."),
                   lambda risk: joined(q.id for q in dataset.users(risk, Question)),
                   many=True, refers="questions"),
            *fields("checked", "added"),
            *page_columns(),
        ),
        tuple(dataset.risks.values()),
    )  # fmt: skip


def indicators(dataset: Dataset) -> Table:
    """What would raise or lower a risk, and whether it has been seen."""
    fields = Fields(Indicator, dataset, lambda watched: watched.indicator)
    states = dataset.terms("indicator_states")
    about = _("Whether it has been seen; `not_checked` where no search is recorded.")
    return Table(
        "indicators",
        _("What would raise or lower a risk, and whether it was seen."),
        (
            Column("id", "string", _("The indicator, as `risk#indicator`."),
                   lambda watched: f"{watched.risk.id}#{watched.indicator.id}", required=True),
            Column("risk", "string", _("The risk whose indicator it is."),
                   lambda watched: watched.risk.id, required=True, refers="risks"),
            *fields("text", "direction", "threshold"),
            *labelled("state", about, lambda watched: state_of(watched.indicator),
                      lambda value, language: states[value].label.in_language(language)),
            *fields("observed", "note"),
            Column("searched", "date", _("The day of the last search for it."),
                   lambda w: w.indicator.searched and w.indicator.searched.date),
            *bilingual("searched", _("What was searched, where and in which languages."),
                       lambda w, language: w.indicator.searched
                       and w.indicator.searched.note.in_language(language)),
        ),
        tuple(
            Watched(risk, indicator)
            for risk in dataset.risks.values()
            for indicator in risk.indicators
        ),
    )  # fmt: skip


def scenarios(dataset: Dataset) -> Table:
    """The scenarios: constructions of the editors, without a likelihood."""
    fields = Fields(Scenario, dataset)
    return Table(
        "scenarios",
        _("Cases that have not happened, thought through by the editors."),
        (
            *fields("id", "order", "title", "situation", "decides", "assumptions", "risks",
                    "elements", "assessments", "note", "checked", "added"),
            *page_columns(),
        ),
        tuple(dataset.scenarios.values()),
    )  # fmt: skip


def _evidence(name: str, about: Message) -> list[Column]:
    """The ids of the elements and the provisions in one list of a risk, apart."""

    def ids(sort: str) -> Any:
        return lambda risk: joined(getattr(item, sort) for item in getattr(risk, name))

    return [
        Column(f"{name}_elements", "string", about, ids("element"), many=True, refers="elements"),
        Column(f"{name}_obligations", "string", about, ids("obligation"), many=True,
               refers="obligations"),
    ]  # fmt: skip


def _judgement(name: str, about: Message) -> list[Column]:
    """The word of a judgement, and the assessment that states it."""

    def part(risk: Risk, field: str) -> str | None:
        value = getattr(risk, name)
        if isinstance(value, str):
            return value if field == "value" else None
        return str(getattr(value, field))

    return [
        Column(name, "string", about, lambda risk: part(risk, "value")),
        Column(f"{name}_by", "string", _("The assessment that states it."),
               lambda risk: part(risk, "by"), refers="assessments"),
    ]  # fmt: skip
