"""`dossier links`: whether the addresses of the sources still answer."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path

import click

from dossier.commands._options import DATA, SOURCES, check_sources, day


@click.command()
@SOURCES
@DATA
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Lines for a terminal, objects for programs, or tasks for an issue.",
)
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day for which exceptions are looked at. Default: the latest day in the data.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 300),
    default=20.0,
    show_default=True,
    metavar="SECONDS",
    help="How long one request may take in all.",
)
@click.option(
    "--pause",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests to one host.",
)
@click.option(
    "--at-once",
    type=click.IntRange(1, 32),
    default=8,
    show_default=True,
    metavar="HOSTS",
    help="How many hosts are asked side by side.",
)
@click.option(
    "--ask-archive",
    is_flag=True,
    help="Look for the archived copies too, not only name where they may be.",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST:PORT",
    help="A host that may be asked although its address is not public.",
)
def links(
    sources: tuple[str, ...],
    data: Path,
    form: str,
    today: datetime.date | None,
    timeout: float,
    pause: float,
    at_once: int,
    ask_archive: bool,
    allowed: tuple[str, ...],
) -> None:
    """Ask every address of the sources, or of the SOURCEs named, and judge what comes back.

    ok, moved, dead (404, 410, or no such host), refused and unanswered (nobody can tell from
    here). An address in link-exceptions.yml is known and needs no action until its day. This
    needs the network, and so is no part of check and build. Exit status: 0, 1 when an address
    is dead, 2 on wrong use.
    """
    from dossier.dataset import load
    from dossier.grading.days import latest_day
    from dossier.linkcheck import report, visits
    from dossier.linkcheck.request import Asker
    from dossier.rendering.renderer import Settings

    dataset = load(data)
    check_sources(dataset, sources)
    repository = Settings.from_environment().repo_url
    agent = "dossier-links/1" + (f" (+{repository})" if repository.isascii() and repository else "")
    asker = Asker(timeout, agent, frozenset(allowed))
    manners = visits.Manners(at_once, pause)
    visited = visits.visit(
        dataset,
        visits.addresses(dataset, sources),
        asker,
        manners,
        today or latest_day(dataset),
        _progress(sys.stderr.isatty()),
    )
    if ask_archive:
        visited = visits.ask_archive(visited, asker, manners)
    if form == "json":
        click.echo(report.as_json(visited))
    elif form == "markdown":
        click.echo("\n".join(report.as_markdown(visited)))
    else:
        for line in report.as_lines(visited):
            click.echo(line)
        click.echo(report.summary(visited))
    sys.exit(1 if any(entry.wants_work for entry in visited) else 0)


def _progress(seen: bool) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if seen:
            click.echo(f"\r{done} of {total} addresses", nl=done == total, err=True)

    return tell
