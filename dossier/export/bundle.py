"""What every format is made from: the dataset, its tables, the edition and the report."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypedDict

from pydantic_core import PydanticSerializationError, to_json

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.export.report import Report
from dossier.rendering import tags
from dossier.rendering.renderer import Settings
from dossier.rendering.tables import Cell, Table, tables_of
from dossier.rendering.views.citing import stamp_of

# What XML 1.0 cannot hold, half a surrogate pair among it; spaces are seen to before.
_NO_XML = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+ *")


class Sum(TypedDict):
    """What tells a file from every other: its length, and its SHA-256 sum in hexadecimal."""

    bytes: int
    sha256: str


def sum_of(content: bytes) -> Sum:
    """The sum of a file."""
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


@dataclass
class Bundle:
    """One export in the making. `site` is the address of the site, or nothing if not known."""

    dataset: Dataset
    site: str = field(default_factory=lambda: Settings.from_environment().site_url.rstrip("/"))
    # The commits by the tags that mark them, as far as they are told.
    commits: dict[str, str] = field(default_factory=tags.from_environment)
    report: Report = field(default_factory=Report)
    # The sum of each CSV file that was made, for what describes them.
    sums: dict[str, Sum] = field(default_factory=dict)

    @cached_property
    def tables(self) -> list[Table]:
        """The tables, their texts free of what some format cannot hold."""
        made = tables_of(self.dataset)
        for table in made:
            self._clean(table)
        return made

    def _clean(self, table: Table) -> None:
        for place, row in enumerate(table.rows):
            for number, value in enumerate(row):
                if isinstance(value, str) and (_BREAKS.search(value) or _NO_XML.search(value)):
                    where = f"{table.name}/{row[0]}/{table.names[number]}"
                    cells: list[Cell] = list(table.rows[place])
                    cells[number] = self.clean(value, where)
                    table.rows[place] = tuple(cells)

    def clean(self, text: str, where: str) -> str:
        """A text as every format can hold it, in one line; what was changed is noted."""
        in_line = _BREAKS.sub(" ", text)
        if in_line != text:
            self.report.note("all", where, "line-break")
        sound = _NO_XML.sub("\ufffd", in_line)
        if sound != in_line:
            self.report.note("all", where, "character")
        return sound

    @cached_property
    def moment(self) -> datetime.datetime:
        """The time that stands in files: SOURCE_DATE_EPOCH, or the day of the last check."""
        given = os.environ.get("SOURCE_DATE_EPOCH")
        checked = stamp_of(self.dataset).checked
        if given and given.isdigit():
            seconds = int(given)
        else:
            seconds = calendar.timegm(edtf.parse(checked).hi.timetuple()) if checked else 0
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC)

    @cached_property
    def edition(self) -> dict[str, Any]:
        """Which state of the data this is: the edition, the last check, the digest."""
        stamp = stamp_of(self.dataset)
        editions = self.dataset.editions.editions if self.dataset.editions else ()
        return {
            "edition": editions[-1].date if editions else None,
            "number": len(editions),
            "checked": stamp.checked,
            "version": stamp.version,
        }

    @property
    def licence(self) -> dict[str, str]:
        """The licence of data and prose."""
        licence = self.dataset.about.licence
        return {"name": licence.name.replace(" ", "-"), "path": licence.url, "title": licence.name}

    def address(self, path: str) -> str:
        """A path of the site as an address; the path itself where the site's is not known."""
        return f"{self.site}/{path}" if self.site else path


def as_json(value: Any) -> bytes:
    """A value as JSON that is the same everywhere, with a line break at its end.

    The encoder of pydantic writes what `json.dumps` writes with an indent, several times as fast.
    """
    try:
        return to_json(value, indent=1) + b"\n"
    except PydanticSerializationError:  # half a surrogate pair
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        return (text + "\n").encode("utf-8", "replace")
