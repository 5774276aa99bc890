"""`dossier check`: every mistake in the data, once or again after each change."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from dossier.check import report, rules
from dossier.check.watch import news, pause, rounds
from dossier.commands._options import DATA, LANGUAGE, day, paint
from dossier.dataset import load
from dossier.language.words import Words
from dossier.parsing.findings import Finding


@click.command()
@DATA
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day of the check, which the clock never gives. Default: the latest day in the data.",
)
@click.option(
    "--changed",
    "base",
    metavar="BASE",
    help="Only what changed since BASE, a git revision or folder, has to answer for: findings in "
    "files that differ, and those that BASE did not have. All rules run on all data.",
)
@click.option("--watch", is_flag=True, help="Check again after each save; Ctrl-C ends.")
@LANGUAGE
def check(
    data: Path,
    form: str,
    today: datetime.date | None,
    base: str | None,
    watch: bool,
    language: str,
) -> None:
    """Report every mistake in the data at once, each with its place and its remedy.

    Exit status: 0 without errors (there may be warnings), 1 with errors, 2 on wrong use.
    """
    if watch:
        if form != "text":
            raise click.UsageError("--watch writes text only.")
        _watch(data, today, base, language)
        return
    findings = _findings(data, today, base)
    if form == "json":
        click.echo(report.as_json(findings, language))
    elif form == "github":
        for line in report.as_github(findings, language):
            click.echo(line)
    else:
        for line in report.as_text(findings, data.absolute().parent, language, paint):
            click.echo(line)
        click.echo(report.summary(findings, language))
    sys.exit(1 if any(finding.is_error for finding in findings) else 0)


def _findings(data: Path, today: datetime.date | None, base: str | None) -> list[Finding]:
    from dossier.forge.stale import stale_files

    dataset = load(data)
    stale = list(stale_files(dataset, data.absolute().parent))
    findings = [*rules.findings(dataset, today), *stale]
    if base is None:
        return findings
    from dossier.check.changed import changed_files, findings_since
    from dossier.dataset.snapshots import SnapshotError, opened

    try:
        with opened(base, data) as before:
            touched = changed_files(before.dataset.data, data)
            return findings_since(before.dataset, findings, touched, data.absolute().name, today)
    except SnapshotError as missing:
        raise click.UsageError(f"{missing}.") from None


def _watch(data: Path, today: datetime.date | None, base: str | None, language: str) -> None:
    """Print all findings, then after each save those that are new, until Ctrl-C."""
    words = Words(language)
    before: list[Finding] | None = None
    try:
        for _ in rounds(data, pause()):
            now = _findings(data, today, base)
            fresh, number_gone = news(before, now)
            for line in report.as_text(fresh, data.absolute().parent, language, paint):
                click.echo(line)
            prefix = words("watch.gone", gone=number_gone) if number_gone else ""
            click.echo(prefix + words("watch.told", summary=report.summary(now, language)))
            before = now
    except KeyboardInterrupt:
        click.echo()
