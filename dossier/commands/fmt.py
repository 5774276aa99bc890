"""`dossier fmt`: bring files into the canonical layout."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import click

from dossier.check.report import printable
from dossier.commands._options import LANGUAGE
from dossier.language.words import Words


@click.command()
@click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option("--check", is_flag=True, help="Change nothing; list the files that would change.")
@click.option("--fix", is_flag=True, help="Mend, too, what a machine can: see below.")
@LANGUAGE
def fmt(paths: tuple[Path, ...], check: bool, fix: bool, language: str) -> None:
    """Bring the records at PATH (default: data/) into the canonical layout.

    Keys come in the order of the model, quotes stand only where YAML needs them (and around
    dates), each text on one line; comments stay. What the records say does not change.

    With --fix, values are mended as well: invisible characters, composed letters, look-alike
    letters, dates such as 13.09.2018, tracking parameters, straight quotes and double hyphens.
    Ids that moved or were merged are replaced, in a whole data folder also on the pages beside it.
    What is in doubt is left for `dossier check` to report.

    Exit status: 0 when all is well, 1 when --check found files to change or a file could not be
    formatted, 2 on wrong use.
    """
    from dossier.authoring.pages import moved_on_pages
    from dossier.check.fixes import all_fixes
    from dossier.formatting.files import format_files, records_below

    files: list[Path] = []
    for path in paths or (Path("data"),):
        records = records_below(path)
        if not records:
            raise click.BadParameter(
                f"{str(path)!r} holds no records: name a record's file, or a data folder.",
                param_hint="PATH",
            )
        files += [file for file in records if file not in files]
    words, did = Words(language), "would" if check else "changed"
    counts = {"same": 0, "changed": 0, "refused": 0}
    fixes = tuple(all_fixes().values()) if fix else ()
    outcomes = format_files(files, fixes, not check, moves=fix)
    if fix:
        outcomes = chain(outcomes, moved_on_pages(_folders(paths), not check))
    for outcome in outcomes:
        counts[outcome.state] += 1
        name = printable(str(outcome.path))
        if outcome.state == "changed":
            click.echo(words(f"fmt.{did}", path=name))
        elif outcome.state == "refused":
            click.echo(words("fmt.left", path=name, reason=printable(outcome.reason)), err=True)
    summary = words(f"fmt.sum_{did}", changed=counts["changed"], all=len(files))
    if counts["refused"]:
        summary += ", " + words("fmt.refused", number=counts["refused"])
    click.echo(summary)
    if check and counts["changed"]:
        command = " ".join(["dossier fmt", *["--fix"] * fix, *map(str, paths)])
        click.echo(words("fmt.next", command=printable(command)))
    sys.exit(1 if counts["refused"] or (check and counts["changed"]) else 0)


def _folders(paths: tuple[Path, ...]) -> list[Path]:
    """The data folders among the paths: only with a whole one are its pages mended too."""
    return [path for path in paths or (Path("data"),) if (path / "elements").is_dir()]
