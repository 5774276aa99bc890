"""`dossier build`: check, build, verify, and only then replace the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.commands._options import DATA


@click.command()
@DATA
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Where the built site goes.",
)
@click.option("--no-pdf", is_flag=True, help="Leave out the PDF editions and the share images.")
def build(data: Path, site: Path, no_pdf: bool) -> None:
    """Check the data, build both languages, verify the pages, and replace the site."""
    try:
        from dossier.site import build as builder
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"the package {missing.name} is not installed; `make setup` installs what a build needs"
        ) from None
    try:
        summary = builder.build(
            Path.cwd(), data, site, lambda step: click.echo(f"… {step}"), pdf=not no_pdf
        )
    except builder.BuildError as failure:
        for line in failure.details:
            click.echo(line, err=True)
        click.echo(f"{failure}; {site} is as it was", err=True)
        sys.exit(1)
    for line in builder.described(summary):
        click.echo(line)
