"""The id of a record equals the name of its file."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules.duplicate_id import file_id, is_copied
from dossier.dataset import Dataset
from dossier.messages import _

WHY = _("Whoever sees an id, in a link or in another record, must be able to guess the file.")
BAD = "id: cooperation-plan-2025  # in cooperation-plan-2024.yml\n"
GOOD = "id: cooperation-plan-2024  # in cooperation-plan-2024.yml\n"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each record whose id and file differ, unless it was copied whole."""
    for record in dataset.all_records():
        name = file_id(record)
        if record.id != name and not is_copied(record, dataset):
            message = _("the id `{id}` differs from the file's name `{name}.yml`")
            remedy = _("write `id: {name}`, or rename the file to `{id}.yml`")
            both = {"id": record.id, "name": name}
            yield Problem(record, ("id",), message.given(**both), remedy.given(**both))
