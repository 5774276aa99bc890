"""One issue in, one outcome out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.dataset import load, with_file
from dossier.forge.event import Event
from dossier.forge.forms import Form
from dossier.forge.intake import lookup
from dossier.forge.intake.answers import answers_in, form_of
from dossier.forge.intake.correct import corrected
from dossier.forge.intake.draft import drafted
from dossier.forge.intake.outcome import Outcome, Proposal, Refusal, Refused, Trouble


def take_in(
    event: Event, data: Path, today: datetime.date, waiting: Mapping[str, str] | None = None
) -> Outcome:
    """What becomes of an approved form; nothing is written here.

    `waiting` are the files of drafts that are not merged yet, by their path below the data folder:
    what two forms tell of one event is told of then.
    """
    form = None
    try:
        form = form_of(event.body)
        dataset = load(data)
        for name, text in (waiting or {}).items():
            dataset = with_file(dataset, name, text)
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
        return Refusal(_in_order(refused.troubles, form))


def _in_order(troubles: Iterable[Trouble], form: Form | None) -> tuple[Trouble, ...]:
    """As the form asks, so that it is mended from top to bottom; what is of no question last."""
    places = {field.id: place for place, field in enumerate(form.fields)} if form else {}
    last = len(places)

    def place_of(trouble: Trouble) -> int:
        return places.get(trouble.field.id, last) if trouble.field else last

    return tuple(sorted(troubles, key=place_of))
