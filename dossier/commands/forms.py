"""`dossier forms`: the issue forms and the pull-request template, from the model."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands._options import DATA


@click.command()
@DATA
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path(".github"))
def forms(data: Path, folder: Path) -> None:
    """Write the issue forms and the pull-request template into FOLDER (default: .github/).

    Run it after a change of the model, of a closed vocabulary or of the reviewer's checklist.
    """
    from dossier.dataset import load
    from dossier.forge.forms.build import write_files

    for path in write_files(load(data), folder):
        click.echo(str(path))
