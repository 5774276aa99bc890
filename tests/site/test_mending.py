"""From every page a reader can propose a correction, and an editor can reach its file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site.project import make_project, run

pytestmark = pytest.mark.slow

REPO = "https://github.com/example/dossier"
LINK = re.compile(r'href="(https://github\.com/example/dossier/[^"]*)"')


def links_of(page: Path) -> tuple[set[str], set[str]]:
    """What the page's forms are about, and the files that it leads to."""
    about, files = set(), set()
    for address in LINK.findall(page.read_text("utf-8").replace("&amp;", "&")):
        parts = urlsplit(address)
        if parts.path.endswith("/issues/new"):
            query = parse_qs(parts.query)
            assert query["template"] == ["correction.yml"]
            about.add(query["record"][0])
        else:
            files.add(address.removeprefix(f"{REPO}/edit/main/"))
    return about, files


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("mending"))


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    done = run("mkdocs", "build", "-f", "mkdocs.yml", cwd=project, DOSSIER_REPO_URL=REPO)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_records_page_names_the_record_and_leads_to_its_file(site: Path, project: Path) -> None:
    for folder in ("elements", "sources", "risks", "obligations"):
        for path in (project / "data" / folder).glob("*.yml"):
            about, files = links_of(site / folder / f"{path.stem}.html")
            assert about == {path.stem}
            assert files == {f"data/{folder}/{path.name}"}


@pytest.mark.parametrize("folder", ["disputes", "questions", "assessments"])
def test_a_record_on_a_page_of_many_has_its_own_links(
    folder: str, site: Path, project: Path
) -> None:
    about, files = links_of(site / f"{folder}.html")
    records = {path.stem for path in (project / "data" / folder).glob("*.yml")}
    assert records
    assert records <= about
    assert {f"data/{folder}/{name}.yml" for name in records} <= files


def test_a_written_page_leads_to_its_own_file(site: Path) -> None:
    assert links_of(site / "index.html") == ({"docs/ru/index.md"}, {"docs/ru/index.md"})


def test_every_page_but_the_lost_one_takes_corrections(site: Path) -> None:
    # At an old address stands no record, only where it went.
    aside = {"404.html", "trial-plan.html"}
    pages = [page for page in site.rglob("*.html") if page.name not in aside]
    pages = [page for page in pages if site / "embed" not in page.parents]  # for other sites
    assert [page.name for page in pages if not links_of(page)[0]] == []


def test_without_a_repository_no_page_promises_any_of_it(project: Path) -> None:
    done = run("mkdocs", "build", "-f", "mkdocs.yml", "-d", "bare", cwd=project)
    assert done.returncode == 0, done.stderr
    text = "".join(page.read_text("utf-8") for page in (project / "bare").rglob("*.html"))
    assert 'class="mending"' not in text
    assert "Предложить исправление" not in text
