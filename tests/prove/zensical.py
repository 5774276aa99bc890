"""Whether Zensical builds the dossier, and what differs: a report that holds nothing up.

make probe

Zensical runs no hooks, so the pages of records are written beside the others by `dossier pages`
first. Both generators build the trial project; pages are then compared by the words between the
menu and the foot.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from importlib.metadata import distributions
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.site.project import make_project, quiet_environment, run

ROOT = Path(__file__).parents[2]
TOOL = ROOT / ".venv" / "zensical"  # a folder of its own, put there by the Makefile
RUN = f"import sys; sys.path.append({str(TOOL)!r}); from zensical.main import cli; cli()"
PATIENCE = 600.0  # seconds for one language
SHOWN = 10


def words(path: Path) -> list[str]:
    """The words of a page between its menu and its foot, without what hooks put there."""
    main = LexborHTMLParser(path.read_text("utf-8")).css_first("article")
    if main is None:
        return []
    for node in main.css(".edition, .print-stamp, .mending, script, style"):
        node.decompose()
    return main.text().split()


def pages(site: Path) -> dict[str, Path]:
    """The pages of a built site by their addresses."""
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}


def compared(one: Path, other: Path) -> list[str]:
    """What differs between the site of MkDocs and another, in lines for a person."""
    here, there = pages(one), pages(other)
    both = sorted(here.keys() & there.keys())
    differ = [name for name in both if words(here[name]) != words(there[name])]
    lines = [f"pages: {len(here)} by MkDocs, {len(there)} by the other, {len(both)} by both"]
    lines.append(f"the same words: {len(both) - len(differ)} of {len(both)}")
    for title, names in (
        ("missing", sorted(here.keys() - there.keys())),
        ("more", sorted(there.keys() - here.keys())),
        ("other words", differ),
    ):
        if names:
            more = f" … {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            lines.append(f"{title}: {', '.join(names[:SHOWN])}{more}")
    for name in differ[:3]:
        lines.append(f"{name}: {_first_difference(words(here[name]), words(there[name]))}")
    return lines


def _first_difference(one: list[str], other: list[str]) -> str:
    pairs = zip(one, other, strict=False)
    place = next(
        (number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )
    near = (" ".join(words[max(place - 3, 0) : place + 9]) for words in (one, other))
    return " | ".join(f"“{text}”" for text in near)


def main() -> None:
    """Build the trial project by both and print the report."""
    version = next(it.version for it in distributions(path=[str(TOOL)]) if it.name == "zensical")
    print(f"Zensical {version}")
    with tempfile.TemporaryDirectory() as place:
        project = make_project(Path(place) / "project")
        reference = Path(place) / "mkdocs"
        built = run("dossier", "build", "--no-pdf", "--site", str(reference), cwd=project)
        written = run("dossier", "pages", "docs", cwd=project)
        if built.returncode or written.returncode:
            sys.exit(built.stderr + written.stderr)
        for config in ("mkdocs.yml", "mkdocs.en.yml"):
            started = time.monotonic()
            try:
                ran = subprocess.run(
                    [sys.executable, "-c", RUN, "build", "-f", config],
                    cwd=project,
                    env=quiet_environment(),
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    timeout=PATIENCE,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                print(f"{config}: not done after {PATIENCE:.0f} s")
                continue
            print(f"{config}: status {ran.returncode} after {time.monotonic() - started:.0f} s")
            if ran.returncode:
                print("\n".join(ran.stdout.splitlines()[-SHOWN:]))
        print("\n".join(compared(reference, project / "site")))


if __name__ == "__main__":
    main()
