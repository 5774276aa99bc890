"""What the check lets pass, the build builds: spoilt data and prose, chosen by seeded numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.effort import share
from tests.site.project import make_project, run

Spoil = Callable[[Path, random.Random], None]
PROSE = ("index.md", "method.md", "questions.md", "inline.md", "themes/exercises.md")
LINKS = (
    "method.md#confidence", "method.md#none", "questions.md#trial-question", "none.md",
    "disputes.md", "elements/trial-plan-2019.md", "elements/trial-plan-2019.md#signed",
    "sources/trial-agency.md", "sources/gone.md", "editing/rules.md", "editing/none.md",
    "chronology/2019.md", "pictures/index.md", "changes.html", "feed.xml", "#confidence",
    "../method.md", "themes/exercises.md#exercises",
)  # fmt: skip
TEXTS = (
    "## Twice { #twice }\n\n## Twice { #twice }", "## Alone { #alone }", "## No id",
    "## No id\n\n## No id", '<span id="confidence"></span>', "`{{ code }}`", "{{ figures() }}",
    '{{ element("trial-plan-2019") }}', '{{ element("none") }}', "{{ none }}", "{% if %}",
    "{{ 'a' ~ 'b' }}", "| a | b |\n|---|---|\n| 1 | 2 |", "[^1]\n\n[^1]: A note.", "[^2]",
    "A < B & C", "<b>bold", "![picture](assets/none.png)", "{{ count('sources') }}",
)  # fmt: skip


def page(folder: Path, chance: random.Random) -> Path:
    docs = folder / "docs" / chance.choice(("ru", "en"))
    path = docs / chance.choice(PROSE)
    return path if path.exists() else docs / "data.md"  # which no step takes away


def link(folder: Path, chance: random.Random) -> None:
    path = page(folder, chance)
    path.write_text(f"{path.read_text('utf-8')}\n[There]({chance.choice(LINKS)}).\n", "utf-8")


def text(folder: Path, chance: random.Random) -> None:
    path = page(folder, chance)
    path.write_text(f"{path.read_text('utf-8')}\n\n{chance.choice(TEXTS)}\n", "utf-8")


def menu(folder: Path, chance: random.Random) -> None:
    path = folder / chance.choice(("mkdocs.yml", "mkdocs.en.yml"))
    head, nav, entries = path.read_text("utf-8").partition("\nnav:\n")
    lines = entries.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    path.write_text(head + nav + "".join(lines), "utf-8")


def calls(folder: Path, chance: random.Random) -> None:
    name = chance.choice(("questions.md", "disputes.md", "assessments.md", "themes/exercises.md"))
    path = folder / "docs" / "en" / name
    if not path.exists():
        return
    path.write_text(re.sub(r"\{\{.*?\}\}", "Nothing.", path.read_text("utf-8")), "utf-8")


def page_away(folder: Path, chance: random.Random) -> None:
    name = page(folder, chance).relative_to(folder / "docs").parts[1:]
    for language in ("ru", "en"):
        (folder / "docs" / language).joinpath(*name).unlink(missing_ok=True)
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        path = folder / config
        path.write_text(path.read_text("utf-8").replace(f"  - {'/'.join(name)}\n", ""), "utf-8")


def record_away(folder: Path, chance: random.Random) -> None:
    files = sorted((folder / "data").rglob("*/*.yml"))
    chance.choice(files).unlink()


def theme(folder: Path, chance: random.Random) -> None:
    path = folder / "data/elements/trial-exercise-2020.yml"
    other = chance.choice(("turkic-frame", "legal-base", "none-such"))
    path.write_text(path.read_text("utf-8").replace("  - exercises\n", f"  - {other}\n"), "utf-8")


def value(folder: Path, chance: random.Random) -> None:
    """Another word for one value somewhere in the data."""
    path = chance.choice(sorted((folder / "data").rglob("*.yml")))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    number = chance.randrange(len(lines))
    words = ("x", "2020", "'2031-02-30'", "exercise", "A {{ b }} c", "<script>", "published", "")
    lines[number] = re.sub(r": .*", f": {chance.choice(words)}", lines[number])
    path.write_text("".join(lines), "utf-8")


SPOILS: tuple[Spoil, ...] = (
    link,
    link,
    text,
    text,
    menu,
    calls,
    page_away,
    record_away,
    theme,
    value,
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(share(0.004)))
def test_what_the_check_lets_pass_is_built(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    project = make_project(tmp_path / "project")
    done = []
    for spoil in chance.choices(SPOILS, k=chance.choice((1, 1, 2))):
        spoil(project, chance)
        done.append(spoil.__name__)
    checked = run("dossier", "check", cwd=project)
    assert checked.returncode in (0, 1), checked.stderr
    assert "Traceback" not in checked.stdout + checked.stderr
    if checked.returncode == 0:
        built = run("dossier", "build", "--no-pdf", cwd=project)
        assert built.returncode == 0, f"{done}\n{checked.stdout}{built.stderr}"
