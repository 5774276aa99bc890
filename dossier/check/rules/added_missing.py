"""A record that came in after the first edition tells the day on which it came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Element, Record, Source

SEVERITY = "warning"
WHY = _(
    "Without `added` a record is counted into the first edition and never appears among the "
    "changes; drafts and copied examples lack it easily."
)
BAD = """\
# data/sources/new-report.yml
accessed: '2031-01-05'  # after the first edition
"""
GOOD = """\
# data/sources/new-report.yml
accessed: '2031-01-05'
added: '2031-01-05'
"""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REMEDY = _("add `added:` with the day on which the record came in")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each record without `added` that the first edition cannot have had."""
    days = [edition.date for edition in dataset.editions.editions] if dataset.editions else []
    if not days or not all(map(DAY.fullmatch, days)):  # `edition-order` speaks of these
        return
    first = min(days)
    for source in dataset.of(Source).values():
        if source.added is None and source.accessed > first:
            message = _("read after the first edition of {first}, and `added` is missing")
            yield Problem(source, ("accessed",), message.given(first=first), _REMEDY)
    cited: dict[str, list[str]] = defaultdict(list)
    records: dict[str, Record] = {}
    for record, _path, cite in dataset.citations:
        if isinstance(record, Element) and record.added is None:
            records[record.id] = record
            cited[record.id].append(cite.source)
    for id_, sources in cited.items():
        known = [dataset.sources[key] for key in sources if key in dataset.sources]
        if known and all(source.added for source in known):
            message = _("all its sources came in after the first edition, and `added` is missing")
            yield Problem(records[id_], ("id",), message, _REMEDY)
