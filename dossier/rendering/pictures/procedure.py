"""How a crisis is decided, step by step, with the days of a case that has happened."""

from __future__ import annotations

from dossier.dates import edtf
from dossier.model import Scenario
from dossier.model.scenario import Procedure, ProcedureStep
from dossier.rendering.pictures import steps
from dossier.rendering.pictures.picture import Cell, Picture, Table
from dossier.rendering.pictures.voice import Voice

PREFIX = "procedure-"
ID = "procedure"


def picture(voice: Voice, scenario: Scenario, procedure: Procedure) -> Picture:
    """The procedure of one scenario beside its past case."""
    case = voice.text(procedure.case)
    drawn = tuple(_step(voice, step) for step in procedure.steps)
    heads = (voice(f"{ID}.step"), case)
    wide, narrow = steps.forms(drawn, heads, voice.short_date)
    return Picture(
        id=f"{PREFIX}{scenario.id}",
        title=_finding(voice, case, procedure),
        about=voice(f"{ID}.about", case=case),
        wide=wide,
        narrow=narrow,
        table=Table(
            (voice(f"{ID}.step"), voice(f"{ID}.rule"), case, voice("date")),
            tuple(
                (
                    Cell(f"{number}. {step.text}"),
                    _rules(voice, step),
                    Cell(step.seen, step.href),
                    Cell(step.when),
                )
                for number, step in enumerate(drawn, 1)
            ),
        ),
        missing=voice(f"{ID}.missing"),
    )


def _step(voice: Voice, step: ProcedureStep) -> steps.Step:
    dataset = voice.dataset
    shown = dataset.elements.get(step.element or "") or dataset.obligations.get(
        step.obligation or ""
    )
    return steps.Step(
        text=voice.text(step.text),
        rules=tuple(
            (voice.text(rule.name), voice.to(dataset.obligations[rule.obligation]))
            for rule in step.rules
        ),
        no_rule=voice(f"{ID}.no_rule"),
        seen=voice.text(step.seen),
        href=voice.to(shown) if shown else "",
        moment=edtf.parse(step.date) if step.date else None,
        when=voice.when(step.date) if step.date else voice(f"{ID}.no_day"),
        instead=step.instead,
    )


def _rules(voice: Voice, step: steps.Step) -> Cell:
    if not step.rules:
        return Cell(step.no_rule)
    parts = tuple(Cell(name, href) for name, href in step.rules)
    return Cell("; ".join(name for name, _ in step.rules), parts=parts)


def _finding(voice: Voice, case: str, procedure: Procedure) -> str:
    """How many days passed from the first step to help, and to the end."""
    dated = [(edtf.parse(step.date), step.help) for step in procedure.steps if step.date]
    known = [(moment, is_help) for moment, is_help in dated if moment.lo.year > 1]
    if not known:
        return voice(f"{ID}.finding.undated", case=case)
    first = known[0][0].lo
    last = max(moment.hi for moment, _ in known if moment.hi.year < 9999)
    begun = next((moment.lo for moment, is_help in known if is_help), None)
    key = f"{ID}.finding" if begun else f"{ID}.finding.whole"
    return voice(
        key,
        case=case,
        begun=voice.count("days", ((begun or first) - first).days),
        ended=voice.count("days", (last - first).days),
    )
