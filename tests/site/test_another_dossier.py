"""Another dossier: other data and pages, the same engine, untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fixtures.trial import TRIAL
from tests.site.project import SITE, copy_project, run
from tests.site.reading import read

ANOTHER = ROOT / "tests/fixtures/another/data"
NAMES = {"ru": "Сети и маяки. Досье", "en": "Nets and Lighthouses: A Dossier"}
PAGES = {
    "index.md": "{{ figures() }}\n\n{{ figure('timeline') }}\n\n{{ changes() }}",
    "changes.md": "{{ change_log() }}",
    "chronology/index.md": "{{ chronology() }}",
    "themes/harbours.md": '{{ theme("harbours") }}',
    "risks/index.md": "{{ risk_register() }}",
    "obligations/index.md": "{{ obligations() }}",
    "assessments.md": "{{ assessments() }}",
    "disputes.md": "{{ disputes() }}",
    "questions.md": "{{ questions() }}",
    "actors/index.md": "{{ actors() }}",
    "context/people.md": "{{ people() }}",
    "sources/index.md": "{{ bibliography() }}",
    "scenarios/index.md": "{{ scenarios() }}",
    "data.md": "{{ data_tables() }}",
    "editions.md": "{{ editions() }}",
    "data/columns.md": "{{ data_columns() }}",
    "method.md": "## Confidence { #confidence }",
    "editing/index.md": "",
}


def lay(folder: Path) -> Path:
    """The project with the data and pages of the other dossier."""
    project = copy_project(folder, SITE)
    shutil.copytree(TRIAL / "vocabulary", project / "data/vocabulary")
    shutil.copytree(ANOTHER, project / "data", dirs_exist_ok=True)
    for language, name in (("ru", "mkdocs.yml"), ("en", "mkdocs.en.yml")):
        for page, text in PAGES.items():
            path = project / "docs" / language / page
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\ntitle: {page}\n---\n\n# {page}\n\n{text}\n", "utf-8")
        config = (project / name).read_text("utf-8").partition("\nnav:\n")[0]
        lines = [
            f"site_name: '{NAMES[language]}'" if line.startswith("site_name:") else line
            for line in config.splitlines()
            if not line.startswith("  short_name:")
        ]
        nav = "".join(f"  - {page}\n" for page in PAGES)
        (project / name).write_text("\n".join([*lines, "nav:", nav]), "utf-8")
    return project


@pytest.mark.slow
def test_another_dossier_is_built_by_the_same_engine(tmp_path: Path) -> None:
    project = lay(tmp_path / "project")
    built = run("dossier", "build", cwd=project)
    assert built.returncode == 0, built.stderr[-3000:]
    english = read(project / "site/en/elements/harbour-agreement-2019.html")
    assert "The guild opened its harbour to the coast service" in english.text
    foreign = ("Kazakh", "Казах", "Türkiye", "Турци", "CSTO", "ОДКБ")
    for page in sorted((project / "site").rglob("*.html")):
        if "editing" in page.parts:  # the guide's examples of rules are those of this project
            continue
        shown = read(page).text
        assert not [word for word in foreign if word in shown], page
    assert (project / "site/dossier-ru.pdf").stat().st_size > 10_000
    assert NAMES["en"] in (project / "site/en/feed.xml").read_text("utf-8")
