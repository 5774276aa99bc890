"""Options that several commands share."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("data"),
    show_default=True,
    help="The folder with the records.",
)


def day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    """A day such as 2026-11-22, or the seconds of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    if value is None:
        return None
    try:
        if value.isdigit() and len(value) > 8:
            return datetime.datetime.fromtimestamp(int(value), datetime.UTC).date()
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(f"{value!r} is not a day such as 2026-11-22.") from None
