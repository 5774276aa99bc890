"""`dossier rename`, `merge` and `retract`: a record goes, and everything that named it follows."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from dossier.commands._options import DATA, LANGUAGE, day
from dossier.model.tombstone import Tombstone

if TYPE_CHECKING:
    from dossier.authoring.departures import Plan, Reason

TYPES = get_args(Tombstone.model_fields["type"].annotation)


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    """The options of the three commands."""
    for option in (
        LANGUAGE,
        click.option("--yes", is_flag=True, help="Do it without asking."),
        click.option(
            "--today",
            callback=day,
            envvar="SOURCE_DATE_EPOCH",
            metavar="DATE",
            help="The day of the change; asked for where it is not given.",
        ),
        click.option("--en", default="", metavar="TEXT", help="Why, in English."),
        click.option("--ru", default="", metavar="TEXT", help="Why, in Russian: a sentence."),
        DATA,
    ):
        command = option(command)
    return command


TYPE = click.argument("kind", metavar="TYPE", type=click.Choice(TYPES))


@click.command()
@TYPE
@click.argument("old")
@click.argument("new")
@_shared
def rename(kind: str, old: str, new: str, data: Path, **options: Any) -> None:
    """Give the record OLD of TYPE the id NEW.

    The file, the references in data and in written pages, and a tombstone: all are shown first,
    and written together or not at all. The old address leads to the new one from then on. Exit
    status: 0 when it is done, 1 when it is not, 2 on wrong use.
    """
    from dossier.authoring import departures

    _carry_out(data, lambda d, why: departures.rename(d, kind, old, new, why), **options)


@click.command()
@TYPE
@click.argument("old")
@click.argument("into")
@_shared
def merge(kind: str, old: str, into: str, data: Path, **options: Any) -> None:
    """Merge the record OLD of TYPE into the record INTO.

    What OLD says is not carried over: copy into INTO what is to stay, claims with their ids,
    before. OLD goes, what referred to it refers to INTO, INTO gets a change note, and the old
    address leads to it. Exit status: 0 when it is done, 1 when it is not, 2 on wrong use.
    """
    from dossier.authoring import departures

    _carry_out(data, lambda d, why: departures.merge(d, kind, old, into, why), **options)


@click.command()
@TYPE
@click.argument("old")
@_shared
def retract(kind: str, old: str, data: Path, **options: Any) -> None:
    """Retract the record OLD of TYPE: it should never have been.

    References to it are taken out, in written pages the words stay; records that lose a source
    get a change note; the old address tells when and why. A claim that would be left without a
    source stops it: give the claim another one first, or take it out. Exit status: 0 when it is
    done, 1 when it is not, 2 on wrong use.
    """
    from dossier.authoring import departures

    _carry_out(data, lambda d, why: departures.retract(d, kind, old, why), **options)


def _carry_out(
    data: Path,
    planned: Callable[[Any, Reason], Plan],
    *,
    ru: str,
    en: str,
    today: datetime.date | None,
    yes: bool,
    language: str,
) -> None:
    """Show what a plan does, try it, ask, and write it."""
    from dossier.authoring.skeleton import SkeletonError
    from dossier.check.report import printable
    from dossier.dataset import load
    from dossier.language.words import Words

    words = Words(language)
    why = _reason(ru, en, today, words)
    dataset = load(data)
    try:
        plan = planned(dataset, why)
    except SkeletonError as unfit:
        raise click.UsageError(f"{unfit}.") from None
    for line in plan.changes.shown():
        click.echo(printable(line))
    for message in plan.left:
        click.echo("! " + printable(message.in_language(language)))
    if errors := plan.changes.new_errors(dataset, language):
        click.echo("\n" + "\n".join(errors))
        click.echo(words("depart.refused"), err=True)
        sys.exit(1)
    if not yes and not click.confirm(words("depart.confirm", number=len(plan.changes.texts))):
        click.echo(words("depart.nothing"))
        sys.exit(1)
    try:
        plan.changes.write()
    except OSError as error:
        reason = words("depart.failed", reason=error.strerror or str(error))
        raise click.ClickException(reason) from None
    click.echo(words("depart.done", number=len(plan.changes.texts)))


def _reason(ru: str, en: str, today: datetime.date | None, words: Any) -> Reason:
    """What was not given is asked for on a terminal."""
    from dossier.authoring.departures import Reason
    from dossier.commands.new import on_terminal

    if not (ru and en and today) and not on_terminal():
        raise click.UsageError("there is no terminal to ask on: give --ru, --en and --today.")
    ru = ru or click.prompt(words("depart.why", language="ru"))
    en = en or click.prompt(words("depart.why", language="en"))
    date = today or day(None, None, click.prompt(words("depart.day")))  # type: ignore[arg-type]
    return Reason(ru.strip(), en.strip(), str(date))
