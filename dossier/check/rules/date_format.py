"""Every date is written in EDTF, such as 2018-09-13, 2018-09, 2018 or 2018-09-13/2018-09-15."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.dates.edtf import DateError, parse
from dossier.messages import _
from dossier.model.annotations import Edtf

WHY = _(
    "EDTF (ISO 8601-2) says how much is known of a date. 13.09.2018 or a month in words cannot "
    "be sorted, and 09/08/2018 means two days."
)
BAD = "date: 13.09.2018\n"
GOOD = "date: 2018-09-13\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each date that cannot be read, with the same date in EDTF."""
    for record, path, value, mark in dataset.marks:
        if isinstance(mark, Edtf):
            try:
                parse(value)
            except DateError as error:
                yield Problem(record, path, error.message, error.remedy)
