"""Every source is cited somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import nearest

SEVERITY = "warning"
WHY = _("A source that nothing cites suggests evidence which the dossier does not use.")
BAD = "# data/sources/180-news.yml exists, and no record says `source: 180-news`\n"
GOOD = "cites:\n  - source: 180-news\n    shows: {ru: подписание контракта на поставку}\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each source without a use."""
    if unread_files(dataset):
        return  # what cannot be read may cite it
    named = {id_ for kind, id_ in dataset.uses if kind == "source"}
    # `unknown-reference` speaks of a mistyped id, and of the source that is meant.
    meant = {nearest(id_, dataset.sources) for id_ in named - dataset.sources.keys()}
    wanted = named | meant
    for key, source in dataset.sources.items():
        if key not in wanted:
            message = _("nothing cites the source `{source}`", source=key)
            command = f"dossier retract source {key}"
            remedy = _("cite it where it shows something, or run `{command}`", command=command)
            yield Problem(source, ("id",), message, remedy)
