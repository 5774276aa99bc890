"""A risk gives the position of every capital, or the search that found none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.messages.phrases import listed
from dossier.model.risk import Position

WHY = _(
    "A risk that is judged without the words of those whom it concerns is judged for them. An "
    "empty place would read as consent."
)
BAD = """\
positions:
  - capital: ankara
    text: {ru: Анкара возражает.}
"""
GOOD = """\
positions:
  - capital: moscow
    text: {ru: Захарова сказала о бдительности.}
    assessments: [zakharova-2025]
  - capital: minsk
    searched: {date: '2026-11-25', note: {ru: Сайты ведомств и агентств Беларуси.}}
  - capital: astana
    text: {ru: Дандыбаев не увидел противоречия.}
    assessments: [dandybayev-2019]
  - capital: ankara
    searched: {date: '2026-11-25', note: {ru: Сайты ведомств и агентств Турции.}}
  - capital: brussels
    searched: {date: '2026-11-25', note: {ru: Сайты НАТО и ЕС.}}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for capitals that are missing or twice, and for a position without ground."""
    capitals = list(dataset.terms("capitals"))
    for risk in dataset.risks.values():
        counts = Counter(position.capital for position in risk.positions)
        if missing := [capital for capital in capitals if not counts[capital]]:
            message = _("no position is given for {capitals}", capitals=listed(missing))
            remedy = _("add it with a `text`, or with `searched` where no statement was found")
            path = ("positions",) if risk.positions else ("strongest_counter",)
            yield Problem(risk, path, message, remedy, at_key=True)
        seen: set[str] = set()
        for index, position in enumerate(risk.positions):
            if position.capital in seen:
                message = _("the position of `{capital}` is given twice", capital=position.capital)
                remedy = _("make one of the two")
                yield Problem(risk, ("positions", index, "capital"), message, remedy)
            elif (advice := _groundless(position)) is not None:
                yield Problem(risk, ("positions", index, "capital"), *advice)
            seen.add(position.capital)


def _groundless(position: Position) -> tuple[Message, Message] | None:
    if position.text is not None and position.searched is not None:
        message = _("`{capital}` has a position and a search that found none")
        remedy = _("keep one of the two")
    elif position.text is None and position.searched is None:
        message = _("`{capital}` has neither a position nor a search")
        remedy = _("add `text:`, or `searched:` where no statement was found")
    elif position.text and not (position.assessments or position.elements or position.obligations):
        message = _("nothing carries the position of `{capital}`")
        remedy = _("name the `assessments`, `elements` or `obligations` that carry it")
    else:
        return None
    return message.given(capital=position.capital), remedy
