"""The command line: thin, every command one call into the engine."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from dossier import report, rules
from dossier.dataset import load
from dossier.validation import near

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("data"),
    show_default=True,
    help="The folder with the records.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and explain the dossier."""


def _day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    """A day such as 2026-11-22, or the seconds of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    if value is None:
        return None
    try:
        if value.isdigit() and len(value) > 8:
            return datetime.datetime.fromtimestamp(int(value), datetime.UTC).date()
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(f"{value!r} is not a day such as 2026-11-22.") from None


@main.command()
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
    callback=_day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day of the check, which the clock never gives. Default: the latest day in the data.",
)
def check(data: Path, form: str, today: datetime.date | None) -> None:
    """Report every mistake in the data at once, each with its place and its remedy."""
    dataset = load(data)
    found = rules.findings(dataset, today)
    if form == "json":
        click.echo(report.as_json(found))
    elif form == "github":
        for line in report.as_github(found):
            click.echo(line)
    else:
        for line in report.as_text(found, data.absolute().parent):
            click.echo(line)
        click.echo(report.summary(found))
    sys.exit(1 if any(finding.is_error for finding in found) else 0)


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Tell what RULE asks, why, and how to obey it; without RULE, list all rules."""
    known = rules.all_rules()
    if rule is None:
        width = max(map(len, known))
        for entry in known.values():
            click.echo(f"{entry.id:{width}}  {entry.summary}")
    elif rule in known:
        click.echo(report.as_explanation(known[rule]), nl=False)
    else:
        hint = near(rule, list(known)) or "`dossier explain` lists them all."
        raise click.BadParameter(f"there is no rule {rule!r}: {hint}", param_hint="RULE")


@main.command()
@DATA
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Where the built site goes.",
)
def build(data: Path, site: Path) -> None:
    """Check the data, build both languages, verify the pages, and replace the site."""
    from dossier import build as builder

    try:
        made = builder.build(Path.cwd(), data, site, lambda step: click.echo(f"… {step}"))
    except builder.BuildFailed as failure:
        for line in failure.details:
            click.echo(line, err=True)
        click.echo(f"{failure}; {site} is as it was", err=True)
        sys.exit(1)
    for line in builder.described(made):
        click.echo(line)


if __name__ == "__main__":
    main()
