"""`dossier labels`: the labels that the forms and the automation use."""

from __future__ import annotations

import click


@click.command()
def labels() -> None:
    """Create the repository's labels, or bring them up to date. Writes through `gh`."""
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.github.labels import make_labels

    try:
        for name in make_labels():
            click.echo(name)
    except GitHubSaid as refused:
        raise click.ClickException(str(refused)) from None
