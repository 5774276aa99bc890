"""A copy of the project with few records and pages, for tests that change it or build it often."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.fixtures.trial import copy_trial

ROOT = Path(__file__).parents[2]
ADAPTERS = ("macros.py", "hooks.py", "preview.py")
SITE = ("overrides", *ADAPTERS, "mkdocs.yml", "mkdocs.en.yml")

# The pages that templates link to, each with the macros that fit it.
PAGES = {
    "index.md": "{{ figures() }}\n\n{{ figure('timeline') }}\n\n{{ changes() }}",
    "changes.md": "{{ change_log() }}",
    "chronology/index.md": "{{ chronology() }}",
    "themes/exercises.md": '{{ theme("exercises") }}',
    "themes/legal-base.md": '{{ theme_facts("legal-base") }}\n\n{{ theme("legal-base") }}',
    "themes/planned-cooperation.md": '{{ theme("planned-cooperation") }}',
    "risks/index.md": "{{ risk_register() }}\n\n{{ indicators() }}\n\n{{ relations() }}",
    "scenarios/index.md": "{{ scenarios() }}",
    "obligations/index.md": "{{ obligations() }}",
    "articles/trial-article.md": '{{ article("trial-article") }}',
    "assessments.md": "{{ assessments() }}",
    "disputes.md": "{{ disputes() }}",
    "questions.md": "{{ questions() }}",
    "actors/index.md": "{{ actors() }}",
    "context/people.md": "{{ people() }}",
    "context/comparators.md": "{{ comparison() }}",
    "sources/index.md": "{{ bibliography() }}",
    "data.md": "{{ data_tables() }}",
    "editions.md": "{{ editions() }}",
    "data/columns.md": "{{ data_columns() }}",
    "method.md": "## Confidence { #confidence }",
    "editing/index.md": "",
    "inline.md": (
        'В строке: {{ element("trial-exercise-2020") }}, {{ risk("trial-habits") }}, '
        '{{ obligation("trial-treaty-article-1") }}, {{ cite("trial-agency", "lead") }}.\n\n'
        '| Событие | Источник |\n|---|---|\n| {{ element("trial-plan-2019") }} '
        '| {{ cite("trial-column") }} |\n\n'
        '- пункт {{ element("trial-agreement-2018") }}\n\n    продолжение '
        '{{ element("trial-agreement-2018") }}\n\n'
        '{{ chronology(theme="exercises", view="lines", years=false) }}'
    ),
}


def copy_project(folder: Path, names: Iterable[str]) -> Path:
    """Parts of the project in another folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def make_project(folder: Path, *, engine: bool = False) -> Path:
    """The project in `folder` with the trial dataset and one page for each kind of macro.

    Its engine is the one that is installed, or with `engine` a copy that may be changed.
    """
    copy_project(folder, ("dossier", *SITE) if engine else SITE)
    copy_trial(folder)
    write_pages(folder)
    return folder


def write_pages(folder: Path, *, whole: bool = True) -> None:
    """Configurations and pages of the trial dataset: one for each kind of macro.

    Without `whole` the configurations hold the menu alone, in lines that never move.
    """
    nav = "".join(f"  - {name}\n" for name in PAGES)
    for language, base in (("ru", "mkdocs.yml"), ("en", "mkdocs.en.yml")):
        for name, text in PAGES.items():
            page = folder / "docs" / language / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\ntitle: {page.stem}\n---\n\n# {name}\n\n{text}\n", "utf-8")
        # The configurations stay as they are but for the pages in the navigation.
        config = (ROOT / base).read_text("utf-8") if whole else "site_name: Trial\nnav:\n"
        before, _, _ = config.partition("\nnav:\n")
        (folder / base).write_text(f"{before}\nnav:\n{nav}", "utf-8")


def quiet_environment(**more: str) -> dict[str, str]:
    """The environment for a MkDocs of its own: as if the project's settings were not there."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_")}
    for key in ("CI", "SOURCE_DATE_EPOCH", "PYTHONPATH"):
        kept.pop(key, None)
    return kept | {"NO_MKDOCS_2_WARNING": "true"} | more


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python as its user would, in the folder of a project."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=quiet_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
