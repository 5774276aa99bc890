"""`dossier intake`: an approved issue form becomes a draft, or findings in plain words."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.commands._options import DATA, day

if TYPE_CHECKING:
    from dossier.forge.event import Event
    from dossier.forge.intake.outcome import Outcome


@click.command()
@click.argument("event", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@DATA
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    required=True,
    help="The day that the record is checked on, which the clock never gives.",
)
@click.option("--propose", is_flag=True, help="Open a pull request or comment, through git and gh.")
def intake(event: Path, data: Path, today: datetime.date, propose: bool) -> None:
    """Turn the issue form in EVENT, a file that GitHub gives to a workflow, into a draft record.

    Prints what to say below the issue, in Russian and in English. Nothing is written when there
    is any finding, and nothing where a person has to decide.

    Exit status: 0 when a file was written (with --propose, also when it was said why not), 1 when
    none was, 2 on wrong use.
    """
    from dossier.forge.event import NotAnEvent, read_event
    from dossier.forge.intake.comment import as_comment
    from dossier.forge.intake.outcome import Draft
    from dossier.forge.intake.take import take_in

    try:
        issue = read_event(event)
    except NotAnEvent as mistake:
        raise click.UsageError(f"{mistake}.") from None
    if propose:
        _assure_approved(issue)
    outcome = take_in(issue, data, today, _waiting(issue, data) if propose else None)
    click.echo(as_comment(outcome), nl=False)
    for name, text in outcome.files.items() if isinstance(outcome, Draft) else ():
        path = data.absolute().parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    if propose:
        _carry_out(issue, outcome, data)
        return
    sys.exit(0 if isinstance(outcome, Draft) else 1)


def _assure_approved(event: Event) -> None:
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.github.propose import NotApproved, assure_approved

    try:
        assure_approved(event)
    except (NotApproved, GitHubSaid) as refused:
        raise click.ClickException(str(refused)) from None


def _waiting(event: Event, data: Path) -> dict[str, str]:
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.github.propose import waiting

    try:
        return waiting(event, data)
    except GitHubSaid as refused:
        raise click.ClickException(str(refused)) from None


def _carry_out(event: Event, outcome: Outcome, data: Path) -> None:
    from dossier.forge.github import propose as carrying
    from dossier.forge.github.gh import GitHubSaid
    from dossier.forge.intake.outcome import Draft

    try:
        if isinstance(outcome, Draft):
            for line in carrying.propose(event, outcome, data):
                click.echo(line)
        else:
            carrying.answer(event, outcome)
    except GitHubSaid as refused:
        raise click.ClickException(str(refused)) from None
