"""Options that several commands share."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dossier.dataset import Dataset


def named(_: click.Context, __: click.Parameter, value: Path) -> Path:
    """The folder by its own name: `.` and `..` have none that findings and git could use."""
    return value if value.name not in ("", "..") else Path(os.path.abspath(value))  # noqa: PTH100


DATA = click.option(
    "--data",
    callback=named,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("data"),
    show_default=True,
    help="The folder with the records.",
)

SOURCES = click.argument("sources", nargs=-1, metavar="[SOURCE]...")


def check_sources(dataset: Dataset, sources: tuple[str, ...]) -> None:
    """Refuse ids that no source has, with the nearest that one has (`click.UsageError`)."""
    from dossier.messages.phrases import near

    for source in sources:
        if source not in dataset.sources:
            hint = near(source, list(dataset.sources))
            raise click.UsageError(f"there is no source {source!r}{f'; {hint}' if hint else ''}.")


LANGUAGE = click.option(
    "--language",
    type=click.Choice(["en", "ru"]),
    default="en",
    envvar="DOSSIER_LANGUAGE",
    show_default=True,
    show_envvar=True,
    help="The language of what is told.",
)

STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "place": {"bold": True},
    "help": {"fg": "cyan"},
}


def paint(text: str, role: str) -> str:
    """The text in the colour of its role; `click.echo` takes it off where no terminal is.

    `NO_COLOR` switches colours off everywhere (no-color.org).
    """
    return text if os.environ.get("NO_COLOR") else click.style(text, **STYLES[role])


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
