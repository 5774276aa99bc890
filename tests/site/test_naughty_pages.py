"""The Big List of Naughty Strings as every text of a small dossier, opened in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Dialog

from dossier.rendering.pdf import downloads
from tests.export.test_naughty_strings import filled, readable
from tests.site.conftest import hosted
from tests.site.project import make_project, quiet_environment
from tests.site.test_hostile_data import MKDOCS
from tests.site.visiting import SIDEWAYS, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "chronology/index.html",
    "elements/trial-plan-2019.html",
    "risks/trial-habits.html",
    "sources/index.html",
    "inline.html",
)


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the Russian pages, built with the rules silenced: they would refuse much."""
    project = make_project(tmp_path_factory.mktemp("naughty") / "project")
    (project / "data").rename(project / "before")
    filled(project, readable())
    ran = subprocess.run(
        [sys.executable, "-c", f"{MKDOCS}; m.cli()", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=project,
        env=quiet_environment(CI="true", **{downloads.MADE: "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
    (project / "site" / "_headers").touch()
    with hosted(project / "site") as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_naughty_strings_opens_clean(
    name: str, naughty: str, context: BrowserContext
) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    context.on("dialog", note)
    visit = Visit(context, naughty + name)
    visit.page.set_viewport_size({"width": 360, "height": 740})
    assert dialogs == []
    assert visit.complaints == []
    assert [url for url in visit.asked if not url.startswith(naughty)] == []
    assert visit.page.evaluate(SIDEWAYS) <= 0
    assert visit.page.locator("h1").count() == 1
