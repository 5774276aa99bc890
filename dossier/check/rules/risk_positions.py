"""Each risk says where every capital stands, or what was searched for its position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import listed

WHY = _(
    "A capital that is left out looks as if it had nothing to say. Either its position is shown "
    "at its best, or readers learn where it was looked for."
)
BAD = "positions:\n  - capital: moscow\n    text: {ru: Возражений не высказано.}\n"
GOOD = """\
positions:
  - capital: moscow
    text: {ru: Представитель МИД сомнений не высказал.}
    assessments: [spokesperson-2025]
  - capital: minsk
    searched: {date: '2026-11-25', note: {ru: 'Сайт МИД, по-русски.'}}
  - capital: astana
    searched: {date: '2026-11-25', note: {ru: 'Сайт МИД, по-русски.'}}
  - capital: ankara
    searched: {date: '2026-11-25', note: {ru: 'Сайт МИД, по-турецки.'}}
  - capital: brussels
    searched: {date: '2026-11-25', note: {ru: 'Сайт НАТО, по-английски.'}}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each capital that is missing, named twice or left without ground."""
    capitals = list(dataset.terms("capitals"))
    for risk in dataset.risks.values():
        times = Counter(position.capital for position in risk.positions)
        missing = [capital for capital in capitals if capital not in times]
        if missing:
            message = _("the position of {capitals} is missing", capitals=listed(missing))
            remedy = _("add an entry to `positions` with `text`, or with `searched`")
            yield Problem(risk, ("positions",), message, remedy, at_key=True)
        for index, position in enumerate(risk.positions):
            place = ("positions", index, "capital")
            carried = position.assessments or position.elements or position.obligations
            if times[position.capital] > 1:
                message = _("`{capital}` has more than one position", capital=position.capital)
                yield Problem(risk, place, message, _("make one entry of them"))
            elif position.text is None and position.searched is None:
                message = _("the position of `{capital}` is empty", capital=position.capital)
                remedy = _("write `text`, or `searched` with the search that found none")
                yield Problem(risk, place, message, remedy)
            elif position.text is not None and not carried:
                message = _("nothing carries the position of `{capital}`", capital=position.capital)
                remedy = _("name `assessments`, `elements` or `obligations` that show it")
                yield Problem(risk, place, message, remedy)
