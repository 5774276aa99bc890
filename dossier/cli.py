"""The command line: thin, every command one call into the engine."""

from __future__ import annotations

import gc

import click

from dossier.commands.archive import archive
from dossier.commands.build import build
from dossier.commands.check import check
from dossier.commands.comment import comment
from dossier.commands.depart import merge, rename, retract
from dossier.commands.diff import diff
from dossier.commands.due import due
from dossier.commands.explain import explain
from dossier.commands.export import export
from dossier.commands.fmt import fmt
from dossier.commands.forms import forms
from dossier.commands.intake import intake
from dossier.commands.labels import labels
from dossier.commands.links import links
from dossier.commands.new import new
from dossier.commands.pages import pages
from dossier.commands.remind import remind
from dossier.commands.review import review
from dossier.commands.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and explain the dossier.

    Completion in bash: eval "$(_DOSSIER_COMPLETE=bash_source dossier)"; write zsh_source or
    fish_source for the other shells.
    """
    # What is read stays to the end: looking through it for circles at every turn takes long.
    gc.set_threshold(100_000, 50, 50)


COMMANDS = (
    archive,
    build,
    check,
    comment,
    diff,
    due,
    explain,
    export,
    fmt,
    forms,
    intake,
    labels,
    links,
    merge,
    new,
    pages,
    remind,
    rename,
    retract,
    review,
    schema,
)
for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
