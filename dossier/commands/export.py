"""`dossier export`: every machine-readable output, without a site generator."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from dossier.commands._options import DATA, day


@click.command()
@DATA
@click.option(
    "--as-of",
    metavar="DATE",
    callback=day,
    help="What was known on a day, by dates of publication and of record.",
)
@click.argument("folder", type=click.Path(path_type=Path))
def export(data: Path, folder: Path, as_of: datetime.date | None) -> None:
    """Write tables, workbook, database and the other outputs below FOLDER.

    FOLDER is new, empty, or holds an export, which is replaced as a whole.
    """
    from dossier.dataset import load
    from dossier.dataset.as_of import as_of as known_as_of
    from dossier.export import outputs
    from dossier.site.adapter import findings_text
    from dossier.site.edition import checked

    edition = checked(load(data), data.absolute().parent)
    if not edition.sound:
        click.echo(findings_text(edition), err=True)
        sys.exit(1)
    edition.dataset.forget_places()
    dataset = known_as_of(edition.dataset, as_of) if as_of else edition.dataset
    try:
        report = outputs.export(dataset, folder)
    except outputs.ExportError as failure:
        click.echo(f"{failure}; nothing was written", err=True)
        sys.exit(2)
    for line in report.lines():
        click.echo(line)
    click.echo(f"exported to {folder}")
