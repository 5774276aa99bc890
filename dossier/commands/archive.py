"""`dossier archive`: archived copies of the sources, found or made, and recorded."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.commands._options import DATA, SOURCES, check_sources

if TYPE_CHECKING:
    from dossier.linkcheck.archiving import Kept

KEYS = ("WAYBACK_ACCESS_KEY", "WAYBACK_SECRET_KEY")


@click.command()
@SOURCES
@DATA
@click.option("--dry-run", is_flag=True, help="Only tell what would be written.")
@click.option(
    "--save",
    is_flag=True,
    help="Have a copy made where there is none; this needs the keys of an account.",
)
@click.option("--limit", type=click.IntRange(1), metavar="NUMBER", help="Ask for so many at most.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 600),
    default=4.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests.",
)
@click.option(
    "--patience",
    type=click.FloatRange(1, 3600),
    default=180.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a new copy may take.",
)
@click.option("--lookup", default="", hidden=True, help="Another service that finds copies.")
@click.option("--save-at", default="", hidden=True, help="Another service that makes copies.")
def archive(
    sources: tuple[str, ...],
    data: Path,
    dry_run: bool,
    save: bool,
    limit: int | None,
    pause: float,
    patience: float,
    lookup: str,
    save_at: str,
) -> None:
    """Find a copy of every source, or of the SOURCEs named, in the Wayback Machine and record it.

    A source that has a copy is left alone, and each copy is written as soon as it is known: a run
    that is broken off goes on when it is started again. Keys for --save come from the variables
    WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY. This needs the network, and so is no part of check
    and build. Exit status: 0, 1 when something failed or is left to ask, 2 on wrong use.
    """
    from dossier.dataset import load
    from dossier.linkcheck import archiving, wayback

    dataset = load(data)
    check_sources(dataset, sources)
    keys = [os.environ.get(name, "").strip() for name in KEYS]
    if save and not all(keys):
        raise click.UsageError(f"--save needs the variables {' and '.join(KEYS)}.")
    asked = archiving.lacking(dataset, sources)[:limit]
    service = wayback.Wayback(
        ":".join(keys) if save else "",
        pause,
        patience,
        lookup=lookup or wayback.LOOKUP,
        save_at=save_at or wayback.SAVE,
    )
    counts: Counter[str] = Counter()
    stopped = ""
    try:
        for kept in archiving.archive(dataset, asked, service, save=save, write=not dry_run):
            counts[kept.state] += 1
            click.echo(_line(kept))
    except wayback.Stopped as reason:
        stopped = f"stopped: {reason}"
    left = len(asked) - counts.total()
    parts = [f"{number} {state}" for state, number in sorted(counts.items())]
    parts += [f"{left} not asked"] if left else []
    have = len(dataset.sources) - len(archiving.lacking(dataset))
    click.echo(f"{', '.join(parts) or 'nothing to ask'}; {have} had a copy before"
               + ("; nothing was written (--dry-run)" if dry_run else ""))  # fmt: skip
    if stopped:
        click.echo(stopped, err=True)
    sys.exit(1 if left or counts["failed"] else 0)


def _line(kept: Kept) -> str:
    path = kept.source.document.path
    if kept.state in ("found", "saved"):
        return f"{path}: {kept.state}: {kept.url} ({kept.detail})"
    return f"{path}: {kept.state}: {kept.detail}"
