"""What many tests share: the real dataset, the trial dataset, and one built site for them all."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.rendering.renderer import Renderer, Settings
from tests import effort  # noqa: F401  # the profile of Hypothesis
from tests.fixtures.trial import copy_trial

ROOT = Path(__file__).parents[1]
PATIENCE = 600.0  # seconds to wait for the worker that builds


# The records of a dataset stay: looking through them for circles at every turn takes long.
gc.set_threshold(100_000, 50, 50)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests that share something costly on one worker, which makes it once.

    That is a fixture of their module, or the export of the real data.
    """
    found = getattr(item, "_fixtureinfo", None)
    fixtures = found.name2fixturedefs.values() if found else ()
    if any(fixture[-1].scope == "module" for fixture in fixtures):
        item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    elif "exported" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.xdist_group("exported"))


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The dataset of the project."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A few invented records that have no finding."""
    return load(copy_trial(tmp_path_factory.mktemp("trial")))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the trial dataset that a test may break."""
    return copy_trial(tmp_path)


@pytest.fixture(scope="session", params=["ru", "en"])
def renderer(request: pytest.FixtureRequest, trial: Dataset) -> Renderer:
    """The trial dataset in each language."""
    return Renderer(trial, request.param, Settings())


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all workers by `dossier build`.

    The first worker that needs it makes the folder `build` and builds; the others wait for its
    result, so that nothing is built twice. `BUILT_SITE` names a site that stands already.
    """
    if standing := os.environ.get("BUILT_SITE"):
        return Path(standing).absolute()
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, done = shared / "build", shared / "build.done"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(done)
    else:
        command = [sys.executable, "-m", "dossier", "build", "--site", str(folder / "site")]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        written = folder / "outcome"
        written.write_text("" if ran.returncode == 0 else ran.stdout + ran.stderr, "utf-8")
        written.rename(done)
    outcome = done.read_text("utf-8")
    if outcome:
        pytest.fail(f"dossier build fails:\n{outcome[-6000:]}", pytrace=False)
    return folder / "site"


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            pytest.fail("the worker that builds the site has not finished")
        time.sleep(0.2)
