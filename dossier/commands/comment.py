"""`dossier comment`: the review of a pull request, put on it."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands._options import DATA

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@click.argument("event", type=FILE)
@DATA
def comment(event: Path, data: Path) -> None:
    """Review the pull request that the run in EVENT was for, and write the review below it.

    Runs in a clone of the main branch with its history. The commits of the pull request are
    fetched as git objects and read as data, with limits of size; nothing of them is checked out or
    run, and nothing that the run has left is used. Reads and writes through `gh`.
    Exit status: 0, 1 when GitHub or git refuses, 2 on wrong use.
    """
    from dossier.forge.event import NotAnEvent
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.github.post import post, read_run

    try:
        for line in post(read_run(event), data):
            click.echo(line)
    except NotAnEvent as mistake:
        raise click.UsageError(f"{mistake}.") from None
    except GitHubSaid as refused:
        raise click.ClickException(f"{refused}; nothing more is written") from None
