"""An exception of the link check names an address that a record has."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.messages.phrases import near
from dossier.model.annotations import Url

WHY = _("An exception for an address that nobody cites excuses nothing, and hides a slip in it.")
BAD = """\
exceptions:
  - {url: 'https://example.org/pgae', reason: Turns away programs., until: '2027-01-31'}
"""
GOOD = """\
exceptions:
  - {url: 'https://example.org/page', reason: Turns away programs., until: '2027-01-31'}
"""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each exception that fits no address."""
    owner = dataset.link_exceptions
    if owner is None or unread_files(dataset):
        return
    known = {
        value
        for record, _, value, mark in dataset.marks
        if isinstance(mark, Url) and record is not owner
    }
    for index, exception in enumerate(owner.exceptions):
        if exception.url not in known:
            message = _("no record has the address `{url}`", url=exception.url)
            remedy = near(exception.url, sorted(known)) or _("delete the exception")
            yield Problem(owner, ("exceptions", index, "url"), message, remedy)
