"""A risk as its page shows it: both sides side by side, and the table of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.dataset import Dataset
from dossier.model import Assessment, Element, Obligation, Question, Risk, Scenario
from dossier.model.risk import Evidence, Hypothesis, Indicator, Position, Reading

Item = Element | Obligation | Assessment


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of evidence; `diagnostic` when it tells the hypotheses apart."""

    item: Item
    weights: tuple[str, ...]
    why: Reading
    diagnostic: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Assessments by one sort of voice, under a group of the vocabulary or a term of their own."""

    group: str
    terms: tuple[str, ...]
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one capital stands, with the records that carry it."""

    position: Position
    records: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the argument: who holds it, and what speaks for it."""

    stance: str
    voices: tuple[Voices, ...]
    evidence: tuple[tuple[Item, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much stands on one side: pieces of data, and opinions, which are never added up."""

    data: int
    opinions: int


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk with everything that its page names."""

    risk: Risk
    asserted_by: tuple[Assessment, ...]
    objective_from: tuple[Obligation, ...]
    obligations: tuple[Obligation, ...]
    links: tuple[tuple[str, tuple[Element, ...]], ...]
    controls: tuple[tuple[Item, Evidence], ...]
    pro: Side
    con: Side
    stands: tuple[Stand, ...]
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[Row, ...]
    raising: tuple[Indicator, ...]
    lowering: tuple[Indicator, ...]
    scenarios: tuple[Scenario, ...]
    questions: tuple[Question, ...]

    @property
    def played(self) -> Scenario | None:
        """The scenario with a procedure that plays this risk out before all others."""
        return next(
            (
                scenario
                for scenario in self.scenarios
                if scenario.procedure and scenario.risks[0] == self.risk.id
            ),
            None,
        )


def tallies(risk: Risk) -> tuple[Tally, Tally]:
    """What speaks for the risk and what speaks against it: the one count for every page."""
    return (
        Tally(len(risk.evidence_for), len(risk.arguments_for)),
        Tally(len(risk.evidence_against), len(risk.arguments_against)),
    )


def risk_view(risk: Risk, dataset: Dataset) -> RiskView:
    """The page of one risk."""
    return RiskView(
        risk=risk,
        asserted_by=_assessments(risk.asserted_by, dataset),
        objective_from=tuple(dataset.obligations[key] for key in risk.objective_from),
        obligations=tuple(dataset.obligations[key] for key in risk.obligations),
        links=tuple(
            (
                "assumption" if link.assumption else "link",
                tuple(dataset.elements[key] for key in link.elements),
            )
            for link in risk.mechanism
        ),
        controls=_evidence(risk.controls, dataset),
        pro=Side(
            "risk", _voices(risk.arguments_for, dataset), _evidence(risk.evidence_for, dataset)
        ),
        con=Side(
            "counter",
            _voices(risk.arguments_against, dataset),
            _evidence(risk.evidence_against, dataset),
        ),
        stands=_stands(risk, dataset),
        hypotheses=risk.hypotheses,
        rows=tuple(_row(risk, reading, dataset) for reading in risk.readings),
        raising=tuple(i for i in risk.indicators if i.direction == "raises"),
        lowering=tuple(i for i in risk.indicators if i.direction == "lowers"),
        scenarios=tuple(sorted(dataset.users(risk, Scenario), key=lambda scenario: scenario.order)),
        questions=tuple(dataset.users(risk, Question)),
    )


def state_of(indicator: Indicator) -> str:
    """What is said of an indicator; that it was not seen is said only with its search."""
    if indicator.state == "not_seen" and indicator.searched is None:
        return "not_checked"
    return indicator.state


def _voices(ids: tuple[str, ...], dataset: Dataset) -> tuple[Voices, ...]:
    """The assessments by whose voice they are, in the order of the vocabulary."""
    groups: dict[str, list[str]] = {}
    for key, term in dataset.terms("voices").items():
        groups.setdefault(term.broader or key, []).append(key)
    assessments = _assessments(ids, dataset)
    return tuple(
        Voices(group, tuple(terms), members)
        for group, terms in groups.items()
        if (members := tuple(a for a in assessments if a.voice in terms))
    )


def _stands(risk: Risk, dataset: Dataset) -> tuple[Stand, ...]:
    """The positions in the order of the vocabulary."""
    order = list(dataset.terms("capitals"))
    return tuple(
        Stand(
            position,
            (
                *_assessments(position.assessments, dataset),
                *(dataset.elements[key] for key in position.elements),
                *(dataset.obligations[key] for key in position.obligations),
            ),
        )
        for position in sorted(risk.positions, key=lambda position: order.index(position.capital))
    )


def _assessments(ids: tuple[str, ...], dataset: Dataset) -> tuple[Assessment, ...]:
    return tuple(dataset.assessments[key] for key in ids)


def _evidence(items: tuple[Evidence, ...], dataset: Dataset) -> tuple[tuple[Item, Evidence], ...]:
    return tuple((_item(item, dataset), item) for item in items)


def _item(holder: Evidence | Reading, dataset: Dataset) -> Item:
    if holder.element:
        return dataset.elements[holder.element]
    if holder.obligation:
        return dataset.obligations[holder.obligation]
    assessment = holder.assessment if isinstance(holder, Reading) else None
    if assessment is None:
        raise ValueError("an item of evidence names nothing; the rule risk-hypotheses reports it")
    return dataset.assessments[assessment]


def _row(risk: Risk, reading: Reading, dataset: Dataset) -> Row:
    weights = tuple(reading.weights.get(hypothesis.id, "?") for hypothesis in risk.hypotheses)
    return Row(_item(reading, dataset), weights, reading, len(set(weights)) > 1)
