"""One issue in, one outcome out."""

from __future__ import annotations

import datetime
from pathlib import Path

from dossier.dataset import load
from dossier.forge.event import Event
from dossier.forge.intake import lookup
from dossier.forge.intake.answers import answers_in, form_of
from dossier.forge.intake.correct import corrected
from dossier.forge.intake.draft import drafted
from dossier.forge.intake.outcome import Outcome, Proposal, Refusal, Refused


def take_in(event: Event, data: Path, today: datetime.date) -> Outcome:
    """What becomes of an approved form; nothing is written here."""
    try:
        form = form_of(event.body)
        dataset = load(data)
        answers, troubles = answers_in(event.body, form, dataset)
        if form.model is not None:
            return drafted(form, form.model, answers, dataset, today, troubles)
        if troubles:
            raise Refused(*troubles)
        if form.file == "correction":
            return corrected(form, answers, dataset, today)
        lookup.record(answers["record"], form.field("record"), dataset)
        if "url" in answers:
            lookup.assure_address(answers["url"], form.field("url"))
        return Proposal(form, "who_speaks", answers)
    except Refused as refused:
        return Refusal(refused.troubles)
