"""`dossier schema`: JSON Schemas of the record types, for completion in an editor."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands._options import DATA


@click.command()
@DATA
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("schema"))
def schema(data: Path, folder: Path) -> None:
    """Write the JSON Schema of every record type into FOLDER (default: schema/)."""
    from dossier.authoring.schema import write_schemas
    from dossier.dataset import load

    for path in write_schemas(load(data), folder):
        click.echo(str(path))
