"""What a page says of its own address, when it is known where the site will stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.project import make_project, run

pytestmark = pytest.mark.slow

SITE = "https://example.org/dossier/"
ALTERNATE = re.compile(r'<link rel="alternate"\s+hreflang="(\w+)"\s+href="([^"]+)">')
PAGE = "elements/trial-exercise-2020.html"


@pytest.mark.parametrize(
    ("config", "built"), [("mkdocs.yml", "site"), ("mkdocs.en.yml", "site/en")]
)
def test_a_page_names_itself_and_its_twin_by_whole_addresses(
    config: str, built: str, tmp_path: Path
) -> None:
    project = make_project(tmp_path)
    done = run("mkdocs", "build", "-f", config, cwd=project, DOSSIER_SITE_URL=SITE)
    assert done.returncode == 0, done.stderr
    head = (project / built / PAGE).read_text("utf-8")
    assert dict(ALTERNATE.findall(head)) == {"ru": SITE + PAGE, "en": SITE + "en/" + PAGE}


def test_without_a_known_site_no_address_is_made_up(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    done = run("mkdocs", "build", "-f", "mkdocs.yml", cwd=project)
    assert done.returncode == 0, done.stderr
    head = (project / "site" / PAGE).read_text("utf-8")
    assert ALTERNATE.findall(head) == []
    assert 'rel="canonical"' not in head
